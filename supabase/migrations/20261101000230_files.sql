-- What:  the buckets that files are kept in: pictures of the shop, papers of who applies, proofs of what couriers handed over.
-- Why:   each lets in only what its uses send, and no more of it, whoever asks. Only the service's key opens them: Storage's tables are under
--        row-level security, and no policy is made here, so nobody reads or writes with a token of their own. What may be done with a file is
--        decided by the functions that keep its row; only pictures are for everybody.
-- Back:  supabase/rollbacks/20261101000230_files.sql

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('pictures', 'pictures', true, 1048576, '{image/webp,image/jpeg,image/png}'),
  ('papers', 'papers', false, 4194304, '{application/pdf,image/jpeg,image/png}'),
  ('proofs', 'proofs', false, 1048576, '{image/webp,image/jpeg}')
on conflict (id) do nothing;
