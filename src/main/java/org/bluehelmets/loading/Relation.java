package org.bluehelmets.loading;

import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Milestone;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Stored;

/**
 * How the rows of a list belong to their parents, in HQL.
 *
 * @param name tells relations apart
 * @param from the rows, as {@code e}, and what joins them to their parents
 * @param parent the surrogate key of a row's parent
 * @param <E> the rows
 */
public record Relation<E extends Stored>(String name, String from, String parent) {

    public static final Relation<Mission> NATION_MISSIONS = new Relation<>("Nation.missions", """
            Mission e join (
              select n.pk as nation, c.mission.pk as mission from Nation n join PersonnelCount c on c.nation = n
                where any_of(n.pk, :parents) and c.mission is not null and c.total > 0
              union select d.nation.pk as nation, d.mission.pk as mission from Deployment d
                where any_of(d.nation.pk, :parents)
              union select n.pk as nation, b.mission.pk as mission from Battalion b join b.nations n
                where any_of(n.pk, :parents) and b.mission is not null
            ) p on p.mission = e.pk""", "p.nation");
    public static final Relation<Mission> NATION_HOSTED_MISSIONS =
            new Relation<>("Nation.hostedMissions", "Mission e join e.hosts p", "p.pk");
    public static final Relation<Battalion> NATION_BATTALIONS =
            new Relation<>("Nation.battalions", "Battalion e join e.nations p", "p.pk");
    public static final Relation<Deployment> NATION_DEPLOYMENTS =
            new Relation<>("Nation.deployments", "Deployment e", "e.nation.pk");
    public static final Relation<PersonnelCount> NATION_COUNTS =
            new Relation<>("Nation.personnelCounts", "PersonnelCount e", "e.nation.pk");
    public static final Relation<Milestone> NATION_MILESTONES =
            new Relation<>("Nation.milestones", "Milestone e join e.nations p", "p.pk");

    public static final Relation<Battalion> MISSION_BATTALIONS =
            new Relation<>("Mission.battalions", "Battalion e", "e.mission.pk");
    public static final Relation<Deployment> MISSION_DEPLOYMENTS =
            new Relation<>("Mission.deployments", "Deployment e", "e.mission.pk");
    public static final Relation<PersonnelCount> MISSION_COUNTS =
            new Relation<>("Mission.personnelCounts", "PersonnelCount e", "e.mission.pk");
    public static final Relation<Milestone> MISSION_MILESTONES =
            new Relation<>("Mission.milestones", "Milestone e join e.missions p", "p.pk");

    public static final Relation<Deployment> BATTALION_DEPLOYMENTS =
            new Relation<>("Battalion.deployments", "Deployment e", "e.battalion.pk");
    public static final Relation<PersonnelCount> BATTALION_COUNTS =
            new Relation<>("Battalion.personnelCounts", "PersonnelCount e", "e.battalion.pk");
    public static final Relation<Milestone> BATTALION_MILESTONES =
            new Relation<>("Battalion.milestones", "Milestone e join e.battalions p", "p.pk");

    public static final Relation<PersonnelCount> DEPLOYMENT_COUNTS =
            new Relation<>("Deployment.personnelCounts", "PersonnelCount e", "e.deployment.pk");
    public static final Relation<PersonnelCount> SOURCE_COUNTS =
            new Relation<>("Source.personnelCounts", "PersonnelCount e", "e.source.pk");
}
