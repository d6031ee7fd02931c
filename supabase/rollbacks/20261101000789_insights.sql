-- What:  undoes the vendor's insights.
-- Why:   they are read from orders, events and the days' projection, which stay.
-- Loses: no data.

drop function if exists public.vendor_insights, app.insight_times, app.insight_totals;
