-- What:  undoes card payments, refunds, sagas and what providers told us.
-- Why:   stop the jobs that call these functions first. The ledger keeps every movement that was posted.
-- Loses: which payment and refund an order had, and what providers sent. Orders awaiting a card payment cannot be paid any more.

drop function if exists public.apply_provider_events, app.apply_provider_event, app.as_uuid, public.receive_provider_event, public.sweep_money, app.end_refund,
  public.record_refund, public.refund_order, app.paid_for, app.take_back_items, app.refund_json, app.refund, app.refundable,
  public.finish_payment_action, public.begin_payment_action, public.get_payment, app.payment_json, public.record_payment, app.pay_back_late,
  app.order_paid, app.await_card, public.fail_saga, public.claim_sagas, app.step_saga, app.open_saga;
drop table if exists public.money_findings, public.provider_events, public.sagas, public.refunds, public.payments;
drop type if exists public.saga_state;
