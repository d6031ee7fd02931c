-- What:  undoes who may join a realtime channel: then nobody may.
-- Why:   pages go on by asking every 5 seconds, as they do whenever a channel cannot be joined.
-- Loses: no data.

drop policy if exists "whoever may see the row may join its channel" on realtime.messages;
drop function if exists app.may_join, app.topic_id;
