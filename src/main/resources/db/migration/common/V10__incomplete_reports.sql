-- Each statement may have been executed before: a process may be killed between two of them, and H2 commits each.

-- Whether rows of the report could not be read and were skipped: then a nation without a count may have had people.
alter table monthly_report add column if not exists incomplete boolean default false not null;
