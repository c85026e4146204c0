-- Each statement may have been executed before: a process may be killed between two of them, and H2 commits each.

-- Responses to mutations with an Idempotency-Key, for retries of the same request.
alter table if exists first_answer rename to idempotency_record;
alter table idempotency_record alter column if exists request rename to request_hash;
alter table idempotency_record alter column if exists answer rename to response;
alter table idempotency_record alter column if exists answered_at rename to created_at;
alter index if exists first_answer_by_time rename to idempotency_record_by_time;

-- Rows that an import has read and not yet stored in personnel_count.
alter table if exists contribution_read rename to contribution_staging;
alter index if exists contribution_read_by_month rename to contribution_staging_by_month;

-- Retracted rows of personnel_count.
alter table if exists retracted_count rename to retracted_personnel_count;

-- The rows of the seed files at the last start, with their digests.
alter table if exists data_file_row rename to seed_file_row;

-- The build of the native executable that was the last to migrate this database.
alter table if exists checked_by rename to last_migration;

-- Drop indexes of the same columns as an index that H2 has created for a foreign key. An index that is the prefix of another
-- one stays where a foreign key uses it: H2 requires an index of exactly the columns of the key.
drop index if exists battalion_nation_nation;
drop index if exists figure_mission;
drop index if exists figure_nation;
drop index if exists milestone_battalion_battalion;
drop index if exists milestone_mission_mission;
drop index if exists milestone_nation_nation;
drop index if exists mission_host_nation;
drop index if exists position_battalion;
