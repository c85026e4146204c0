-- How many changes there were, so that a copy of the database can be known to show one, or not to do so yet; and how many
-- of them put a backup in the place of all there was.
alter table data_version add column changes bigint default 0 not null;
alter table data_version add column restores bigint default 0 not null;

-- Whoever listens is told when a change of the data is committed, whoever makes it.
create function notify_of_change() returns trigger language plpgsql as $$
begin
    notify data_changed;
    return null;
end
$$;
create trigger data_version_changed after update on data_version execute function notify_of_change();
