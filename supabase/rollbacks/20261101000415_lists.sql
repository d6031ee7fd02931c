-- What:  undoes pages and cursors.
-- Why:   functions only.
-- Loses: no data.

drop function if exists app.page, app.read_cursor, app.cursor_of, app.page_size;
