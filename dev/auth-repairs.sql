-- Where the local auth server's schema differs from GoTrue's, what migrations, policies and the seed rely on.
-- GoTrue's sign-in looks for the zero uuid here.
alter table auth.users add column if not exists instance_id uuid default '00000000-0000-0000-0000-000000000000';

create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
$$;
create or replace function auth.email() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.email', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
$$;
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), nullif(current_setting('request.jwt.claim', true), ''))::jsonb
$$;
grant execute on function auth.uid, auth.role, auth.email, auth.jwt to public;

-- As on hosted: everybody may ask Storage's tables, whose row-level security gives what policies allow.
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
