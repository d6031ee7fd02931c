-- What:  the outbox and the queue behind it: what a transaction says must happen outside of it, who wants to know, and the work that makes.
-- Why:   an effect outside the database happens because a row written with the change says so. Delivery is at least once, an effect in the
--        database exactly once: a consumer marks what it has consumed in the transaction of its effect.
-- Back:  supabase/rollbacks/20261101000710_outbox.sql
-- Order: outbox · consumers and jobs · consuming · relay · claim and settle · a broker instead · schedule · rights

-- == Outbox ===========================================================================================================
create table public.outbox_events (
  id bigint generated always as identity primary key,
  type text not null,
  stream_type text not null,
  stream_id uuid not null, -- events of one stream can be consumed in their order
  data jsonb not null default '{}', -- ids and figures; never names, addresses or e-mails
  request_id text,
  created_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz, -- while it is on its way to a broker
  published_at timestamptz
);
create index outbox_events_unpublished on public.outbox_events (due_at, id) where published_at is null;
create index outbox_events_stream on public.outbox_events (stream_id, id);
create index outbox_events_published on public.outbox_events (published_at) where published_at is not null;
alter table public.outbox_events enable row level security;

create function app.emit(of_type text, of_stream_type text, of_stream uuid, of_data jsonb default '{}', due timestamptz default clock_timestamp())
returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.outbox_events (type, stream_type, stream_id, data, request_id, due_at)
  values (of_type, of_stream_type, of_stream, of_data, app.request_id(), due);
end $$;

-- Whatever happens to an order or wallet goes out: a trigger cannot be forgotten.
create function app.emit_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.outbox_events (type, stream_type, stream_id, data, request_id)
  values (new.type, new.stream_type, new.stream_id,
    new.data || jsonb_build_object('version', new.version, 'actor_id', new.actor_id, 'actor_role', new.actor_role), new.request_id);
  return null;
end $$;
create trigger events_go_out after insert on public.events for each row execute function app.emit_event();

create function app.outbox_json(e public.outbox_events) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', e.id::text, 'type', e.type, 'stream_type', e.stream_type, 'stream_id', e.stream_id, 'data', e.data,
    'request_id', e.request_id, 'at', e.created_at)
$$;

-- == Consumers and jobs ===============================================================================================
-- Subscriptions are rows. What a consumer does is a function here, for an effect in the database, or in lib/flows/consumers.ts.
create table public.consumers (
  name text primary key,
  event_types text[] not null,
  handler text, -- a function of an event's id, as app.notify_of
  ordered boolean not null default false, -- one after another within a stream
  retries int not null default 3 check (retries between 0 and 20),
  first_retry interval not null default '2 seconds', -- doubled each time, and spread by chance
  lease interval not null default '30 seconds', -- a worker that is silent for longer has died
  paused_at timestamptz,
  paused_by uuid references public.users (id)
);
create index consumers_paused_by on public.consumers (paused_by) where paused_by is not null;
alter table public.consumers enable row level security;

-- What is still to be done, or could not be. What was done leaves a row in consumed_events only.
create table public.jobs (
  id bigint generated always as identity primary key,
  consumer text not null references public.consumers (name) on delete cascade,
  event_id bigint not null references public.outbox_events (id) on delete cascade,
  stream_id uuid not null,
  state text not null default 'ready' check (state in ('ready', 'running', 'dead')),
  run_at timestamptz not null default now(),
  attempts int not null default 0, -- that failed
  lost int not null default 0, -- workers that died over it
  lease uuid, -- of the worker that has it: another's word does not count
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  died_at timestamptz,
  unique (consumer, event_id),
  check ((state = 'running') = (lease is not null)),
  check ((state = 'dead') = (died_at is not null))
);
create index jobs_event on public.jobs (event_id);
create index jobs_due on public.jobs (consumer, run_at, id) where state = 'ready';
create index jobs_running on public.jobs (leased_until) where state = 'running';
create index jobs_open_of_stream on public.jobs (consumer, stream_id, event_id) where state <> 'dead';
create index jobs_dead on public.jobs (died_at desc, id desc) where state = 'dead';
alter table public.jobs enable row level security;

create table public.consumed_events (
  consumer text not null references public.consumers (name) on delete cascade,
  event_id bigint not null references public.outbox_events (id) on delete cascade,
  at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);
create index consumed_events_event on public.consumed_events (event_id);
create index consumed_events_at on public.consumed_events (at);
alter table public.consumed_events enable row level security;

create table public.job_failures (
  id bigint generated always as identity primary key,
  consumer text not null references public.consumers (name) on delete cascade,
  event_id bigint not null references public.outbox_events (id) on delete cascade,
  error text not null,
  at timestamptz not null default clock_timestamp()
);
create index job_failures_consumer on public.job_failures (consumer);
create index job_failures_event on public.job_failures (event_id, id);
create index job_failures_at on public.job_failures (at);
alter table public.job_failures enable row level security;

-- == Consuming ========================================================================================================
-- True: the effect is the caller's to do, in this transaction. False: it was done before.
create function app.consume(of_consumer text, of_event bigint) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into public.consumed_events (consumer, event_id) values (of_consumer, of_event) on conflict do nothing;
  return found;
end $$;

-- == Relay ============================================================================================================
-- Hands due events to their consumers: up to `batch` of them become jobs. Safe to run many at once. Returns how many.
create function app.relay_events(batch int) returns int language plpgsql security definer set search_path = '' as $$
declare
  ids bigint[] := array(
    select e.id from public.outbox_events e where e.published_at is null and e.due_at <= clock_timestamp() order by e.due_at, e.id
    limit batch for update skip locked);
begin
  if cardinality(ids) = 0 then
    return 0;
  end if;
  insert into public.jobs (consumer, event_id, stream_id)
  select c.name, e.id, e.stream_id from public.outbox_events e join public.consumers c on e.type = any (c.event_types)
  where e.id = any (ids) order by e.id
  on conflict do nothing;
  update public.outbox_events set published_at = clock_timestamp() where id = any (ids);
  return cardinality(ids);
end $$;

-- == Claim and settle =================================================================================================
-- Whether something of the same stream comes first: an open job, or an event that was committed before and no relay has handed out yet.
create function app.is_behind(of_consumer public.consumers, of_stream uuid, of_event bigint) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
      select from public.jobs earlier where earlier.consumer = of_consumer.name and earlier.stream_id = of_stream
        and earlier.event_id < of_event and earlier.state <> 'dead')
    or exists (
      select from public.outbox_events e where e.stream_id = of_stream and e.id < of_event and e.published_at is null
        and e.due_at <= clock_timestamp() and e.type = any (of_consumer.event_types));
end $$;

-- Locks up to `room` due jobs, of consumers with a handler here or of the others; what another worker holds is passed over. Consumers take
-- their turns by chance: none waits for ever behind a busier one. By index always: the planner meets an empty table, and would read all of it.
create function app.due_jobs(room int, handled_here boolean) returns setof public.jobs language plpgsql security definer set search_path = ''
set enable_seqscan = off as $$
declare
  c public.consumers;
  free int := room;
  taken int;
begin
  for c in select * from public.consumers x where x.paused_at is null and (x.handler is not null) = handled_here order by random() loop
    return query
    select j.* from public.jobs j
    where j.consumer = c.name and j.state = 'ready' and j.run_at <= clock_timestamp()
      and (not c.ordered or not app.is_behind(c, j.stream_id, j.event_id))
    order by j.run_at, j.id limit free for update of j skip locked;
    get diagnostics taken = row_count;
    free := free - taken;
    exit when free = 0;
  end loop;
end $$;

-- Does one job whose effect is in the database; undone by itself if it fails, which is noted. Returns whether it went well.
create function app.run_job(job public.jobs, handler text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  -- What the effect causes in turn carries the id of the request that began it, not of this turn.
  perform set_config('request.headers', (select jsonb_build_object('x-request-id', e.request_id)::text from public.outbox_events e where e.id = job.event_id), true);
  execute format('select %s($1)', handler) using job.event_id;
  insert into public.consumed_events (consumer, event_id) values (job.consumer, job.event_id) on conflict do nothing;
  delete from public.jobs where id = job.id;
  return true;
exception when others then
  perform app.fail_job(job, sqlerrm, false);
  return false;
end $$;

-- Does up to `room` due jobs whose effects are in the database, and what was waiting behind them: no worker is needed, no round trip, no
-- lease. Returns how many.
create function app.run_jobs(room int) returns int language plpgsql security definer set search_path = '' as $$
declare
  job public.jobs;
  c public.consumers;
  ran int := 0;
begin
  for job in select * from app.due_jobs(room, true) loop
    select * into c from public.consumers x where x.name = job.consumer;
    loop
      ran := ran + 1;
      exit when not app.run_job(job, c.handler) or not c.ordered;
      select * into job from public.jobs j
      where j.consumer = c.name and j.stream_id = job.stream_id and j.state = 'ready' and j.event_id > job.event_id and j.run_at <= clock_timestamp()
      order by j.event_id limit 1 for update skip locked;
      exit when job.id is null or app.is_behind(c, job.stream_id, job.event_id);
    end loop;
  end loop;
  return ran;
end $$;

-- Notes a failure: the job is tried again later, or is dead.
create function app.fail_job(job public.jobs, error text, hopeless boolean) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.job_failures (consumer, event_id, error) values (job.consumer, job.event_id, left(error, 2000));
  update public.jobs j set attempts = j.attempts + 1, lease = null, leased_until = null, last_error = left(error, 2000),
    state = case when hopeless or j.attempts >= c.retries then 'dead' else 'ready' end,
    died_at = case when hopeless or j.attempts >= c.retries then now() end,
    run_at = now() + least(c.first_retry * power(2, j.attempts), interval '10 minutes') * (0.5 + random())
  from public.consumers c where j.id = job.id and c.name = j.consumer;
end $$;

-- Takes up to `room` due jobs for one worker: [{id, lease, consumer, event}].
create function app.claim_jobs(room int) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  claimed jsonb;
  due bigint[];
begin
  -- A crash is not the job's fault, ten crashes over one job are.
  update public.jobs j set lost = j.lost + 1, lease = null, leased_until = null, run_at = now(), last_error = 'The worker stopped in the middle.',
    state = case when j.lost >= 9 then 'dead' else 'ready' end, died_at = case when j.lost >= 9 then now() end
  where j.id in (select x.id from public.jobs x where x.state = 'running' and x.leased_until < clock_timestamp() for update skip locked);

  due := array(select d.id from app.due_jobs(room, false) d);
  with taken as (
    update public.jobs j set state = 'running', lease = gen_random_uuid(), leased_until = clock_timestamp() + c.lease
    from public.consumers c where j.id = any (due) and c.name = j.consumer returning j.id, j.lease, j.consumer, j.event_id
  )
  select jsonb_agg(jsonb_build_object('id', t.id::text, 'lease', t.lease, 'consumer', t.consumer, 'event', app.outbox_json(e)) order by t.id)
  into claimed from taken t join public.outbox_events e on e.id = t.event_id;
  return coalesce(claimed, '[]');
end $$;

-- Notes how jobs ended: [{id, lease, error?, hopeless?}]. What failed is tried again later, or is dead. A lease that ran out has no say.
create function app.settle_jobs(settled jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  with outcome as (
    select (s ->> 'id')::bigint as id, (s ->> 'lease')::uuid as lease from jsonb_array_elements(settled) as s where s ->> 'error' is null
  ), done as (
    delete from public.jobs j using outcome o where j.id = o.id and j.lease = o.lease returning j.consumer, j.event_id
  )
  insert into public.consumed_events (consumer, event_id) select d.consumer, d.event_id from done d on conflict do nothing;

  perform app.fail_job(j, o.error, coalesce(o.hopeless, false))
  from jsonb_to_recordset(settled) as o (id bigint, lease uuid, error text, hopeless boolean) join public.jobs j on j.id = o.id and j.lease = o.lease
  where o.error is not null;
end $$;

-- A worker's one call: notes how its jobs ended, hands out what is due, does what can be done here, takes up to `room` jobs for the worker.
-- Returns {jobs, more}: whether another call would find something to do at once.
create function public.turn_queue(settled jsonb, room int) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  outcomes jsonb := app.body(settled);
  relayed int := 0;
  ran int := 0;
  jobs jsonb := '[]';
begin
  if outcomes <> '[]' then
    perform app.settle_jobs(outcomes);
  end if;
  if room > 0 then
    relayed := app.relay_events(100);
    ran := app.run_jobs(50);
    jobs := app.claim_jobs(room);
  end if;
  return jsonb_build_object('jobs', jobs, 'more', relayed > 0 or ran > 0);
end $$;

-- == A broker instead =================================================================================================
-- Takes up to `batch` due events, and jobs an operator replayed, to be carried to a broker: [{event, consumers, job_id}]. What is not
-- confirmed within a minute is taken again.
create function public.claim_for_broker(batch int) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  claimed jsonb;
begin
  with due as (
    select e.id from public.outbox_events e
    where e.published_at is null and e.due_at <= clock_timestamp() and (e.leased_until is null or e.leased_until < clock_timestamp())
    order by e.due_at, e.id limit batch for update skip locked
  ), taken as (
    update public.outbox_events e set leased_until = clock_timestamp() + interval '1 minute' from due where e.id = due.id returning e.id
  ), replayed as (
    update public.jobs j set state = 'running', lease = gen_random_uuid(), leased_until = clock_timestamp() + interval '1 minute'
    where j.id in (
      select x.id from public.jobs x where (x.state = 'ready' and x.run_at <= clock_timestamp()) or (x.state = 'running' and x.leased_until < clock_timestamp())
      order by x.id limit batch for update skip locked)
    returning j.id, j.consumer, j.event_id
  ), carried as (
    select app.outbox_json(e) as event, e.id as event_id, null::bigint as job_id,
      array(select c.name from public.consumers c where e.type = any (c.event_types)) as consumers
    from taken t join public.outbox_events e on e.id = t.id
    union all
    select app.outbox_json(e), e.id, r.id, array[r.consumer] from replayed r join public.outbox_events e on e.id = r.event_id
  )
  select jsonb_agg(jsonb_build_object('event', c.event, 'consumers', c.consumers, 'job_id', c.job_id::text) order by c.event_id) into claimed from carried c;
  return coalesce(claimed, '[]');
end $$;

-- The broker has them: events by id, and replayed jobs, which live there from now on.
create function public.confirm_carried(event_ids bigint[], job_ids bigint[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.outbox_events set published_at = clock_timestamp() where id = any (event_ids) and published_at is null;
  delete from public.jobs where id = any (job_ids);
end $$;

-- Whether a consumer may take an event now: {verdict, retries, first_retry_ms}. The verdict is 'now', 'done' (it has), or 'later': it is paused,
-- or ordered and an earlier event of the stream is open.
create function public.may_consume(of_consumer text, of_event bigint) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  c public.consumers;
  e public.outbox_events;
begin
  select * into c from public.consumers where name = of_consumer;
  select * into e from public.outbox_events where id = of_event;
  return jsonb_build_object('retries', c.retries, 'first_retry_ms', extract(epoch from c.first_retry) * 1000, 'verdict', case
    when e.id is null or exists (select from public.consumed_events x where x.consumer = c.name and x.event_id = e.id) then 'done'
    when c.paused_at is not null then 'later'
    when c.ordered and exists (
      select from public.outbox_events earlier
      where earlier.stream_id = e.stream_id and earlier.id < e.id and earlier.type = any (c.event_types) and earlier.due_at <= clock_timestamp()
        and not exists (select from public.consumed_events x where x.consumer = c.name and x.event_id = earlier.id)
        and not exists (select from public.jobs j where j.consumer = c.name and j.event_id = earlier.id and j.state = 'dead')) then 'later'
    else 'now' end);
end $$;

-- The consumers whose effects are in the database: what a broker's workers bring back here.
create function public.database_consumers() returns setof text language sql stable security definer set search_path = '' as $$
  select name from public.consumers where handler is not null order by name
$$;

-- Does what a consumer with a handler here does about an event that a broker delivered. Raises what the handler raises.
create function public.handle_here(of_consumer text, of_event bigint) returns void language plpgsql security definer set search_path = '' as $$
begin
  execute format('select %s($1)', (select c.handler from public.consumers c where c.name = of_consumer)) using of_event;
end $$;

-- What became of an event that a broker delivered: it was consumed, or failed with `error`.
create function public.note_consumed(of_consumer text, of_event bigint, error text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if error is null then
    perform app.consume(of_consumer, of_event);
  else
    insert into public.job_failures (consumer, event_id, error) values (of_consumer, of_event, left(error, 2000));
  end if;
end $$;

-- Keeps what the broker gave up as a dead letter, with the newest failure that was noted.
create function public.bury_event(of_consumer text, of_event bigint) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.jobs (consumer, event_id, stream_id, state, attempts, last_error, died_at)
  select of_consumer, e.id, e.stream_id, 'dead', (select count(*) from public.job_failures f where f.event_id = e.id and f.consumer = of_consumer),
    coalesce((select f.error from public.job_failures f where f.event_id = e.id and f.consumer = of_consumer order by f.id desc limit 1),
      'The workers stopped in the middle.'), now()
  from public.outbox_events e where e.id = of_event
  on conflict do nothing;
end $$;

-- == Schedule =========================================================================================================
-- Work that the clock asks for, run by the scheduler's calls and by workers alike; each is safe to run many at once.
create table public.scheduled_jobs (
  name text primary key,
  every interval not null, -- at the slowest: a hosted scheduler's
  last_started_at timestamptz,
  last_finished_at timestamptz, -- when it last went well
  last_error text, -- of the newest run; null: it went well
  last_result jsonb
);
insert into public.scheduled_jobs (name, every) values
  ('outbox', '1 minute'), ('reject-unconfirmed', '1 minute'), ('sagas', '1 minute'), ('purge-expired', '1 day');
alter table public.scheduled_jobs enable row level security;

create function public.begin_scheduled_job(job_name text) returns void language sql security definer set search_path = '' as $$
  update public.scheduled_jobs set last_started_at = clock_timestamp() where name = job_name
$$;

create function public.end_scheduled_job(job_name text, result jsonb default null, error text default null) returns void language plpgsql security definer set search_path = '' as $$
begin
  update public.scheduled_jobs s set last_error = left(error, 2000),
    last_finished_at = case when error is null then clock_timestamp() else s.last_finished_at end,
    last_result = case when error is null then app.body(result) else s.last_result end
  where s.name = job_name;
end $$;

-- Deletes what the queue has done with, a week later. Returns how many events.
create function public.purge_queue() returns int language plpgsql security definer set search_path = '' as $$
declare
  purged int;
begin
  delete from public.outbox_events e where e.published_at < now() - interval '7 days' and not exists (select from public.jobs j where j.event_id = e.id);
  get diagnostics purged = row_count;
  return purged;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.turn_queue, public.claim_for_broker, public.confirm_carried, public.may_consume, public.database_consumers, public.handle_here, public.note_consumed,
  public.bury_event, public.begin_scheduled_job, public.end_scheduled_job, public.purge_queue to service_role;
