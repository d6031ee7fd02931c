-- What:  undoes the operator's desk for money.
-- Why:   functions only.
-- Loses: no data.

drop function if exists public.list_provider_events, public.act_on_saga, public.list_sagas, app.saga_json, public.money_overview;
