-- Each statement may have been executed before: a process may be killed between two of them, and H2 commits each.

-- What text is compared, searched and ordered by (org.bluehelmets.model.TextFolding). The application computes the keys:
-- those of rows that are there already when it loads the data files, after this. A row that is inserted without one is
-- refused, and so the columns have no default from here on.
alter table nation add column if not exists name_key varchar default '' not null;
alter table nation alter column name_key drop default;
alter table mission add column if not exists name_key varchar default '' not null;
alter table mission alter column name_key drop default;
alter table battalion add column if not exists name_key varchar default '' not null;
alter table battalion alter column name_key drop default;
-- All aliases, each between line breaks.
alter table battalion add column if not exists alias_keys varchar default '' not null;
alter table battalion alter column alias_keys drop default;
alter table milestone add column if not exists title_key varchar default '' not null;
alter table milestone alter column title_key drop default;
alter table source add column if not exists title_key varchar default '' not null;
alter table source alter column title_key drop default;
alter table source add column if not exists publisher_key varchar default '' not null;
alter table source alter column publisher_key drop default;
-- Empty where no author is known.
alter table source add column if not exists author_key varchar default '' not null;
alter table source alter column author_key drop default;
