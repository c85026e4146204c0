-- The native executable that has last brought this database up to date: it need not look again.
create table checked_by (
  build varchar(64) primary key
);
