-- What:  undoes disputes.
-- Why:   orders and refunds know nothing of them.
-- Loses: every dispute with its answer and decision; refunds that were given stay.

update public.consumers set event_types = array(
  select t from unnest(event_types) with ordinality as e (t, n) where t not in ('dispute.opened', 'dispute.answered', 'dispute.resolved') order by n)
where name = 'notifications';
delete from public.notification_rules where kind in ('dispute_opened', 'dispute_answered', 'dispute_resolved');
drop function if exists public.decide_dispute, public.answer_dispute, public.open_dispute, public.list_disputes;
drop table if exists public.disputes cascade; -- with app.dispute_json(), which takes a row of it
