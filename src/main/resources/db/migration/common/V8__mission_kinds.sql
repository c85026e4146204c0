-- Each statement may have been executed before: a process may be killed between two of them, and H2 commits each.
-- What a mission is: until now all that the United Nations run were of one kind, UN. The data files set theirs again.

-- Rows of the UN's files that name no mission of their own, such as UNEF for UNEF I and UNEF II. Those that figures refer
-- to stay until these are imported again.
delete from mission
where acronym in ('IPTF', 'UNAVEM', 'UNCPSG', 'UNEF', 'UNFOR', 'UNOSOM')
  and kind = 'UN'
  and source_pk in (select pk from source where natural_key in ('un-contributions', 'un-fatalities', 'un-missions'))
  and not exists (select 1 from personnel_count r where r.mission_pk = mission.pk)
  and not exists (select 1 from retracted_count r where r.mission_pk = mission.pk)
  and not exists (select 1 from figure r where r.mission_pk = mission.pk)
  and not exists (select 1 from deployment r where r.mission_pk = mission.pk)
  and not exists (select 1 from battalion r where r.mission_pk = mission.pk)
  and not exists (select 1 from milestone_mission r where r.mission_pk = mission.pk);

update mission set kind = 'SUPPORT'
where kind = 'UN'
  and acronym in ('IPTF', 'UNAVEM', 'UNCPSG', 'UNEF', 'UNFOR', 'UNGCI', 'UNMAO', 'UNOHCI', 'UNOSOM', 'UNPF',
    'UNSECRETARIAT', 'UNSOS');

update mission set kind = 'SPECIAL_POLITICAL'
where kind = 'UN'
  and acronym in ('BINUH', 'MICAH', 'UNAMA', 'UNAMI', 'UNIOGBIS', 'UNITAMS', 'UNMC', 'UNMHA', 'UNOWAS', 'UNSCOB', 'UNSMA',
    'UNSMIL', 'UNSOM', 'UNTMIS', 'UNVMC');

-- Of these only counts of people or deaths spoke: nothing says that they are peacekeeping operations.
update mission set kind = 'SPECIAL_POLITICAL'
where kind = 'UN'
  and source_pk in (select pk from source where natural_key in ('un-contributions', 'un-fatalities'));

update mission set kind = 'PEACEKEEPING' where kind = 'UN';
