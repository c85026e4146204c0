-- One row: a name for the state of the data, which every transaction that changes data changes.
create table data_version (
  version varchar(36) not null
);
insert into data_version values (cast(random_uuid() as varchar));
