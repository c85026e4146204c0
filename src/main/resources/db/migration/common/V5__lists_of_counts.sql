-- The lists of counts that may be long, in their order: a page is read without the rows before and after it.
create index personnel_count_of_mission_by_date on personnel_count (mission_pk, as_of_date, natural_key);
create index personnel_count_of_nation_by_date on personnel_count (nation_pk, as_of_date, natural_key);
create index personnel_count_of_source_by_date on personnel_count (source_pk, as_of_date, natural_key);
-- The missions of a nation, without its counts.
create index personnel_count_of_nation_by_mission on personnel_count (nation_pk, mission_pk);
