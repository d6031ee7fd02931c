-- What:  undoes the buckets, as far as they are empty.
-- Why:   a file is deleted by Storage only: without its row it would lie there for ever. Empty a bucket first to be rid of it.
-- Loses: nothing.

select set_config('storage.allow_delete_query', 'true', true); -- else hosted Storage refuses, lest files lose their rows
delete from storage.buckets b
where b.id in ('pictures', 'papers', 'proofs') and not exists (select from storage.objects o where o.bucket_id = b.id);
