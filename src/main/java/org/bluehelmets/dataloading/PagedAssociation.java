package org.bluehelmets.dataloading;

import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Milestone;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.PersonnelCount;

/**
 * An association of a parent with a list that is loaded in pages, in SQL.
 *
 * @param name the unique name of the association
 * @param from the FROM clause: the rows with the alias {@code e}, joined to their parents
 * @param parent the column with the primary key of the parent
 * @param large whether a parent may have thousands of rows. These have the parent as a column, and an index on the parent and
 *     the sort keys.
 * @param <E> the type of the rows
 */
public record PagedAssociation<E extends BaseEntity>(String name, String from, String parent, boolean large) {

    /** Missions with counts or deployments of the nation, except claimed deployments, or with one of its battalions. */
    public static final PagedAssociation<Mission> NATION_MISSIONS =
            new PagedAssociation<>("Nation.missions", """
            mission e join (
              select n.pk as nation_pk, m.pk as mission_pk from nation n cross join mission m
                where n.pk = any(:parents) and exists (
                  select 1 from personnel_count c
                  where c.nation_pk = n.pk and c.mission_pk = m.pk and c.total > 0)
              union select d.nation_pk, d.mission_pk from deployment d
                where d.nation_pk = any(:parents) and d.status <> 'CLAIMED'
              union select j.nation_pk, b.mission_pk from battalion_nation j join battalion b on b.pk = j.battalion_pk
                where j.nation_pk = any(:parents)
            ) j on j.mission_pk = e.pk""", "j.nation_pk", false);

    public static final PagedAssociation<Mission> NATION_HOSTED_MISSIONS =
            joined("Nation.hostedMissions", "mission", "mission_host", "nation");
    public static final PagedAssociation<Battalion> NATION_BATTALIONS =
            joined("Nation.battalions", "battalion", "battalion_nation", "nation");
    public static final PagedAssociation<Deployment> NATION_DEPLOYMENTS =
            rows("Nation.deployments", "deployment", "nation");
    public static final PagedAssociation<PersonnelCount> NATION_COUNTS =
            counts("Nation.personnelCounts", "nation", true);
    public static final PagedAssociation<Milestone> NATION_MILESTONES =
            joined("Nation.milestones", "milestone", "milestone_nation", "nation");

    public static final PagedAssociation<Battalion> MISSION_BATTALIONS =
            rows("Mission.battalions", "battalion", "mission");
    public static final PagedAssociation<Deployment> MISSION_DEPLOYMENTS =
            rows("Mission.deployments", "deployment", "mission");
    public static final PagedAssociation<PersonnelCount> MISSION_COUNTS =
            counts("Mission.personnelCounts", "mission", true);
    public static final PagedAssociation<Milestone> MISSION_MILESTONES =
            joined("Mission.milestones", "milestone", "milestone_mission", "mission");

    public static final PagedAssociation<Deployment> BATTALION_DEPLOYMENTS =
            rows("Battalion.deployments", "deployment", "battalion");
    public static final PagedAssociation<PersonnelCount> BATTALION_COUNTS =
            counts("Battalion.personnelCounts", "battalion", false);
    public static final PagedAssociation<Milestone> BATTALION_MILESTONES =
            joined("Battalion.milestones", "milestone", "milestone_battalion", "battalion");

    public static final PagedAssociation<PersonnelCount> DEPLOYMENT_COUNTS =
            counts("Deployment.personnelCounts", "deployment", false);
    public static final PagedAssociation<PersonnelCount> SOURCE_COUNTS =
            counts("Source.personnelCounts", "source", true);

    private static <E extends BaseEntity> PagedAssociation<E> rows(String name, String table, String parent) {
        return new PagedAssociation<>(name, table + " e", "e." + parent + "_pk", false);
    }

    private static PagedAssociation<PersonnelCount> counts(String name, String parent, boolean large) {
        return new PagedAssociation<>(name, "personnel_count e", "e." + parent + "_pk", large);
    }

    private static <E extends BaseEntity> PagedAssociation<E> joined(
            String name, String table, String join, String parent) {
        return new PagedAssociation<>(
                name, "%1$s e join %2$s j on j.%1$s_pk = e.pk".formatted(table, join), "j." + parent + "_pk", false);
    }
}
