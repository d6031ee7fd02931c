-- What:  undoes the ledger and the wallets.
-- Why:   wallets' events stay, seen by nobody: they are append-only.
-- Loses: every balance and every movement of money. Export the ledger first.

drop policy if exists "a wallet's events are seen with it" on public.events;
drop function if exists app.record_wallet_event, app.post_transfer, app.lock_accounts, app.account;
drop table if exists public.wallet_transactions, public.store_credit_wallets, public.ledger_entries, public.ledger_transfers, public.ledger_accounts;
drop function if exists app.refuse_imbalance;
drop type if exists public.account_kind;
