-- What:  what an operator sees of the queue and does about it: depth, age, speed, dead letters with their reasons; replay, discard, pause.
-- Why:   an effect that failed is somebody's order confirmation: it must be found, understood and sent after all.
-- Back:  supabase/rollbacks/20261101000750_queue_desk.sql
-- Order: looking · dead letters · pausing · rights

-- == Looking ==========================================================================================================
-- {outbox, latency_ms, consumers, minutes, failures, schedule}: what waits and since when it is overdue (s), what each consumer did in the last
-- hour, events a minute, what failed most, and how the scheduled jobs go. `latency_ms` is from the change to its effect, of the last five
-- minutes' newest thousand; null where there was none. What waits for its next try, or in its order behind one that does, is not overdue.
create function public.get_queue() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  hour_ago timestamptz := date_trunc('minute', now()) - interval '59 minutes';
begin
  perform app.require_role('admin');
  return (
    with done as ( -- read once: the longest part
      select x.consumer, date_trunc('minute', x.at) as at, count(*) as n from public.consumed_events x where x.at >= hour_ago group by 1, 2
    ), failed as (
      select x.consumer, date_trunc('minute', x.at) as at, count(*) as n from public.job_failures x where x.at >= hour_ago group by 1, 2
    ), open as (
      select x.consumer, count(*) filter (where x.state = 'ready' and x.attempts = 0) as ready, count(*) filter (where x.state = 'running') as running,
        count(*) filter (where x.state = 'ready' and x.attempts > 0) as retrying, count(*) filter (where x.state = 'dead') as dead,
        extract(epoch from now() - min(x.run_at) filter (where x.state = 'ready' and x.run_at <= now() and not (c.ordered and exists (
          select from public.jobs earlier where earlier.consumer = x.consumer and earlier.stream_id = x.stream_id and earlier.event_id < x.event_id
            and earlier.state <> 'dead'))))::float8 as overdue,
        max(x.died_at) as died_at
      from public.jobs x join public.consumers c on c.name = x.consumer group by x.consumer
    )
    select jsonb_build_object(
      'at', now(),
      'outbox', (
        select jsonb_build_object('waiting', count(*) filter (where e.due_at <= now()), 'later', count(*) filter (where e.due_at > now()),
          'oldest_seconds', coalesce(extract(epoch from now() - min(e.due_at) filter (where e.due_at <= now())), 0)::float8)
        from public.outbox_events e where e.published_at is null),
      'latency_ms', (
        select jsonb_build_object('p50', percentile_cont(0.5) within group (order by l.ms), 'p95', percentile_cont(0.95) within group (order by l.ms))
        from (
          select greatest(0, extract(epoch from c.at - greatest(e.created_at, e.due_at)) * 1000)::float8 as ms
          from (select x.* from public.consumed_events x where x.at > now() - interval '5 minutes' order by x.at desc limit 1000) c
            join public.outbox_events e on e.id = c.event_id) l),
      'consumers', (
        select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'event_types', c.event_types, 'ordered', c.ordered, 'paused_at', c.paused_at,
          'ready', coalesce(j.ready, 0), 'running', coalesce(j.running, 0), 'retrying', coalesce(j.retrying, 0), 'dead', coalesce(j.dead, 0),
          'oldest_seconds', coalesce(j.overdue, 0), 'died_at', j.died_at,
          'done_hour', coalesce((select sum(d.n) from done d where d.consumer = c.name), 0),
          'failed_hour', coalesce((select sum(f.n) from failed f where f.consumer = c.name), 0)) order by c.name), '[]')
        from public.consumers c left join open j on j.consumer = c.name),
      'minutes', (
        select jsonb_agg(jsonb_build_object('at', m.at,
          'done', coalesce((select sum(d.n) from done d where d.at = m.at), 0),
          'failed', coalesce((select sum(f.n) from failed f where f.at = m.at), 0)) order by m.at)
        from generate_series(hour_ago, now(), interval '1 minute') as m (at)),
      'failures', (
        select coalesce(jsonb_agg(jsonb_build_object('consumer', k.consumer, 'error', k.error, 'count', k.n, 'last_at', k.last_at) order by k.n desc, k.last_at desc), '[]')
        from (
          select x.consumer, left(x.error, 200) as error, count(*) as n, max(x.at) as last_at from public.job_failures x where x.at >= hour_ago
          group by 1, 2 order by 3 desc, 4 desc limit 8) k),
      'schedule', (
        select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'every_seconds', extract(epoch from s.every)::int, 'last_started_at', s.last_started_at,
          'last_finished_at', s.last_finished_at, 'last_error', s.last_error, 'lag_seconds', case when s.last_finished_at is not null
            then greatest(0, extract(epoch from now() - s.last_finished_at - s.every))::float8 end) order by s.every, s.name), '[]')
        from public.scheduled_jobs s)));
end $$;

-- == Dead letters =====================================================================================================
create function app.dead_job_json(j public.jobs) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', j.id::text, 'consumer', j.consumer, 'attempts', j.attempts + j.lost, 'last_error', j.last_error, 'died_at', j.died_at,
      'event', app.outbox_json(e),
      'failures', (select coalesce(jsonb_agg(jsonb_build_object('at', f.at, 'error', f.error) order by f.id), '[]')
        from (select x.* from public.job_failures x where x.event_id = j.event_id and x.consumer = j.consumer order by x.id desc limit 20) f))
    from public.outbox_events e where e.id = j.event_id);
end $$;

-- A page of dead letters {consumer?, limit?, cursor?}, newest first.
create function public.list_dead_jobs(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'number'), '["infinity", 9223372036854775807]');
begin
  perform app.require_role('admin');
  return (
    select app.page(array_agg(app.dead_job_json(j) order by j.died_at desc, j.id desc),
      array_agg(jsonb_build_array(j.died_at, j.id) order by j.died_at desc, j.id desc), size)
    from (
      select x.* from public.jobs x
      where x.state = 'dead' and (body ->> 'consumer' is null or x.consumer = body ->> 'consumer')
        and (x.died_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::bigint)
      order by x.died_at desc, x.id desc limit size + 1) j);
end $$;

-- The dead letters an operator means: {ids?: […], consumer?, all?: true}. Nothing said names nothing. They are locked: of two operators one has them.
create function app.hold_dead_jobs(selection jsonb) returns bigint[] language plpgsql security definer set search_path = '' as $$
begin
  return array(
    select j.id from public.jobs j
    where j.state = 'dead' and (selection -> 'ids' is not null or selection ->> 'consumer' is not null or (selection ->> 'all')::boolean)
      and (selection -> 'ids' is null or j.id in (select i::bigint from jsonb_array_elements_text(selection -> 'ids') as i))
      and (selection ->> 'consumer' is null or j.consumer = selection ->> 'consumer')
    order by j.id for update);
end $$;

-- Records what became of dead letters: which they were, the first two hundred of them, and what was wrong with them.
create function app.audit_dead_jobs(of_action text, selection jsonb, meant bigint[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform app.audit(of_action, 'dead_letters', coalesce(selection ->> 'consumer', case when selection ? 'ids' then 'chosen' else 'all' end), null,
    jsonb_build_object('count', cardinality(meant), 'letters', (
      select jsonb_agg(jsonb_build_object('id', j.id::text, 'consumer', j.consumer, 'event_id', j.event_id::text, 'last_error', left(j.last_error, 200)) order by j.id)
      from (select x.* from public.jobs x where x.id = any (meant) order by x.id limit 200) j)));
end $$;

-- Sends dead letters through again, as if for the first time. Returns {count}: fewer than asked where somebody was faster.
create function public.replay_jobs(selection jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(selection);
  meant bigint[];
begin
  perform app.require_role('admin');
  meant := app.hold_dead_jobs(body);
  if cardinality(meant) > 0 then
    perform app.audit_dead_jobs('dead_letters.replayed', body, meant);
    update public.jobs j set state = 'ready', attempts = 0, lost = 0, run_at = now(), died_at = null where j.id = any (meant);
  end if;
  return jsonb_build_object('count', cardinality(meant));
end $$;

-- Gives dead letters up for good; their failures stay on record for a week. Returns {count}.
create function public.discard_jobs(selection jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(selection);
  meant bigint[];
begin
  perform app.require_role('admin');
  meant := app.hold_dead_jobs(body);
  if cardinality(meant) > 0 then
    perform app.audit_dead_jobs('dead_letters.discarded', body, meant);
    delete from public.jobs j where j.id = any (meant);
  end if;
  return jsonb_build_object('count', cardinality(meant));
end $$;

-- What became of replayed jobs [{consumer, event_id}], in that order: {data: [{consumer, event_id, state, error}]}. `error` is the newest
-- failure of one that failed again.
create function public.get_job_outcomes(jobs jsonb) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  asked jsonb := app.body(jobs);
begin
  perform app.require_role('admin');
  return (
    select jsonb_build_object('data', coalesce(jsonb_agg(jsonb_build_object('consumer', a.consumer, 'event_id', a.event_id::text,
      'state', case
        when j.state = 'ready' and j.attempts > 0 then 'retrying'
        when j.id is not null then j.state
        when exists (select from public.consumed_events x where x.consumer = a.consumer and x.event_id = a.event_id) then 'done'
        else 'gone' end, -- discarded, or with the broker
      'error', case when j.attempts > 0 then j.last_error end) order by a.place), '[]'))
    from rows from (jsonb_to_recordset(asked) as (consumer text, event_id bigint)) with ordinality as a (consumer, event_id, place)
      left join public.jobs j on j.consumer = a.consumer and j.event_id = a.event_id);
end $$;

-- == Pausing ==========================================================================================================
-- Holds a consumer's jobs back, or lets them go on. Nothing is lost meanwhile. Returns {name, paused_at}. Raises 404.
create function public.pause_consumer(consumer_name text, paused boolean) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('admin');
  c public.consumers;
begin
  update public.consumers x set paused_at = case when paused then coalesce(x.paused_at, now()) end, paused_by = case when paused then actor end
  where x.name = consumer_name returning * into c;
  if c.name is null then
    perform app.not_found('The consumer');
  end if;
  perform app.audit(case when paused then 'consumer.paused' else 'consumer.resumed' end, 'consumer', c.name);
  return jsonb_build_object('name', c.name, 'paused_at', c.paused_at);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.get_queue, public.list_dead_jobs, public.replay_jobs, public.discard_jobs, public.get_job_outcomes, public.pause_consumer
  to authenticated;
