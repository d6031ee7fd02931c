-- What:  undoes what people and operators do with store credit.
-- Why:   balances and statements stay in the ledger.
-- Loses: adjustments that wait, who asked for those that were made, and the settings.

drop function if exists public.list_adjustments, public.decide_adjustment, public.adjust_wallet, app.apply_adjustment, app.adjustment_json,
  public.transfer_credit, public.fund_wallet, public.wallet_statement, public.list_wallet_transactions, app.statement_line_json, app.counterparty, public.get_wallet, public.set_money_settings,
  public.get_money_settings, app.money_settings_json;
drop table if exists public.wallet_adjustments, public.money_settings;
