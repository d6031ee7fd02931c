-- What:  how every list is cut into pages: the page's size, the opaque cursor, and the shape {data, next_cursor}.
-- Why:   a page begins after the last row's sort key, not at an offset: nothing is skipped or repeated while rows come and go.
-- Back:  supabase/rollbacks/20261101000415_lists.sql
-- Order: size · cursor · page

-- `limit` of a filter: 20 unless told, 1 to 50.
create function app.page_size(filter jsonb) returns int language sql immutable as $$
  select least(greatest(coalesce((filter ->> 'limit')::int, 20), 1), 50)
$$;

-- A sort key, a JSON array, as base64url.
create function app.cursor_of(key jsonb) returns text language sql immutable as $$
  select translate(encode(convert_to(key::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
$$;

-- The sort key in a cursor, null for none. `shape` names the type of each part: number, uuid, time.
-- Raises 400 VALIDATION_ERROR on `cursor` for one we did not write.
create function app.read_cursor(cursor text, variadic shape text[]) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  key jsonb;
  part text;
begin
  if cursor is null then
    return null;
  end if;
  begin
    key := convert_from(decode(rpad(translate(cursor, '-_', '+/'), (length(cursor) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb;
    if jsonb_array_length(key) = cardinality(shape) then
      for i in 1 .. cardinality(shape) loop
        part := key ->> i - 1;
        if part is null then
          key := null;
        elsif shape[i] = 'number' then
          perform part::numeric;
        elsif shape[i] = 'uuid' then
          perform part::uuid;
        else
          perform part::timestamptz;
        end if;
      end loop;
    else
      key := null;
    end if;
  exception when others then
    key := null;
  end;
  if key is null then
    perform app.invalid('cursor', 'This cursor is not one of ours. Start again from the first page.');
  end if;
  return key;
end $$;

-- {data, next_cursor} of up to size + 1 items in order, with the sort key of each: the one too many shows that there is more.
create function app.page(items jsonb[], keys jsonb[], size int) returns jsonb language sql immutable as $$
  select jsonb_build_object(
    'data', coalesce(to_jsonb(items[1:size]), '[]'),
    'next_cursor', case when cardinality(items) > size then app.cursor_of(keys[size]) end)
$$;
