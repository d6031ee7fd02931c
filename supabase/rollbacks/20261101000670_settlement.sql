-- What:  undoes vendors' accounts, cash and payouts.
-- Why:   the ledger keeps vendors' balances; orders handed over from here on are not settled.
-- Loses: the lines of every statement, who handed in which cash, and the payouts. Payout numbers begin at 1001 again.

drop function if exists public.get_payout, public.list_all_payouts, public.list_payouts, app.payout_page, public.make_payout, app.payout_json, public.my_cash, public.list_hand_ins,
  public.hand_in_cash, app.hand_in_json, public.list_courier_cash, public.list_payables, public.vendor_money, app.my_vendor(), app.payable_json,
  app.settle_refund, app.settle_order, app.earned_for_items, app.promoted_after, app.bps;
drop table if exists public.cash_collections, public.cash_hand_ins, public.vendor_payables, public.payouts;
drop sequence if exists public.payout_number;
