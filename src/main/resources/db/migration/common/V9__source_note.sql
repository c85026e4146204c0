-- Each statement may have been executed before: a process may be killed between two of them, and H2 commits each.

-- What a reader should know of a source, such as that its author is an interested party.
alter table source add column if not exists note varchar;
