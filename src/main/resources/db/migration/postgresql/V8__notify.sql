-- Whoever listens is told when a change of the data is committed, whoever makes it.
create function notify_of_change() returns trigger language plpgsql as $$
begin
    notify data_changed;
    return null;
end
$$;
create trigger data_version_changed after update on data_version execute function notify_of_change();
