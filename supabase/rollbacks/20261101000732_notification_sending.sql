-- What:  undoes what goes out beside the bell.
-- Why:   functions only; what was due stays due.
-- Loses: no data.

drop function if exists public.mark_email_sent, public.email_to_send, app.mailed_order, public.mark_push_sent, public.push_to_send,
  app.end_push, app.is_worth_sending, app.rule_of;
