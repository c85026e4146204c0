-- How many changes there were, so that a copy of the database can be known to show one, or not to do so yet.
alter table data_version add column changes bigint default 0 not null;
