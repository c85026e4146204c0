-- Responses to mutations with an Idempotency-Key, for retries of the same request.
alter table first_answer rename to idempotency_record;
alter table idempotency_record rename column request to request_hash;
alter table idempotency_record rename column answer to response;
alter table idempotency_record rename column answered_at to created_at;
alter table idempotency_record rename constraint first_answer_pkey to idempotency_record_pkey;
alter index first_answer_by_time rename to idempotency_record_by_time;

-- Rows that an import has read and not yet stored in personnel_count.
alter table contribution_read rename to contribution_staging;
alter index contribution_read_by_month rename to contribution_staging_by_month;

-- Retracted rows of personnel_count.
alter table retracted_count rename to retracted_personnel_count;
alter table retracted_personnel_count rename constraint retracted_count_pkey
    to retracted_personnel_count_pkey;
alter table retracted_personnel_count rename constraint retracted_count_natural_key_key
    to retracted_personnel_count_natural_key_key;
alter table retracted_personnel_count rename constraint retracted_count_nation_pk_fkey
    to retracted_personnel_count_nation_pk_fkey;
alter table retracted_personnel_count rename constraint retracted_count_mission_pk_fkey
    to retracted_personnel_count_mission_pk_fkey;
alter table retracted_personnel_count rename constraint retracted_count_battalion_pk_fkey
    to retracted_personnel_count_battalion_pk_fkey;
alter table retracted_personnel_count rename constraint retracted_count_deployment_pk_fkey
    to retracted_personnel_count_deployment_pk_fkey;
alter table retracted_personnel_count rename constraint retracted_count_source_pk_fkey
    to retracted_personnel_count_source_pk_fkey;

-- The rows of the seed files at the last start, with their digests.
alter table data_file_row rename to seed_file_row;
alter table seed_file_row rename constraint data_file_row_pkey to seed_file_row_pkey;

-- The build of the native executable that was the last to migrate this database.
alter table checked_by rename to last_migration;
alter table last_migration rename constraint checked_by_pkey to last_migration_pkey;

-- Drop indexes that are the prefix of another one.
drop index personnel_count_by_nation;
drop index personnel_count_by_mission;
drop index personnel_count_by_source;
