-- What:  undoes users, their roles and their addresses.
-- Why:   accounts stay in auth.users and can sign in, but a second run of the migration gives rows to new accounts only.
-- Loses: every profile, role and saved address.

drop trigger if exists on_sign_up on auth.users;
drop function if exists public.get_me, public.update_profile, public.list_addresses, public.save_address, public.delete_address,
  app.address_json, app.create_account, app.require_role, app.on_sign_up;
drop table if exists public.addresses, public.users;
drop function if exists app.is_admin, app.actor_role;
drop type if exists public.user_role;
