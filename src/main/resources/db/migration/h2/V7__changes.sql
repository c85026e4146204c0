-- Each statement may have been executed before: a process may be killed between two of them, and H2 commits each.

-- How many changes there were, and how many of them put a backup in the place of all there was.
alter table data_version add column if not exists changes bigint default 0 not null;
alter table data_version add column if not exists restores bigint default 0 not null;
