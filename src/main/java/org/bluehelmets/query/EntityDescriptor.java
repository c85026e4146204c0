package org.bluehelmets.query;

import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Milestone;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Source;

/**
 * The table, the default order and the unique key of an entity.
 *
 * @param table the table of the entity
 * @param defaultKey the sort key if the client specifies none
 * @param naturalKey the unique key that breaks ties
 * @param <E> the entity
 */
public record EntityDescriptor<E extends BaseEntity>(
        Class<E> type, String table, SortKey<E> defaultKey, SortKey<E> naturalKey) {

    public static final EntityDescriptor<Nation> NATIONS =
            new EntityDescriptor<>(Nation.class, "nation", NationOrderField.CODE.key, NationOrderField.CODE.key);
    public static final EntityDescriptor<Mission> MISSIONS = new EntityDescriptor<>(
            Mission.class, "mission", MissionOrderField.ACRONYM.key, MissionOrderField.ACRONYM.key);
    public static final EntityDescriptor<Battalion> BATTALIONS = new EntityDescriptor<>(
            Battalion.class, "battalion", BattalionOrderField.NAME.key, SortKey.key("natural_key", b -> b.key));
    public static final EntityDescriptor<Deployment> DEPLOYMENTS = new EntityDescriptor<>(
            Deployment.class, "deployment", DeploymentOrderField.STARTS_ON.key, SortKey.key("natural_key", d -> d.key));
    public static final EntityDescriptor<PersonnelCount> PERSONNEL_COUNTS = new EntityDescriptor<>(
            PersonnelCount.class,
            "personnel_count",
            PersonnelCountOrderField.AS_OF.key,
            SortKey.key("natural_key", c -> c.key));
    public static final EntityDescriptor<Milestone> MILESTONES = new EntityDescriptor<>(
            Milestone.class, "milestone", MilestoneOrderField.DATE.key, SortKey.key("natural_key", m -> m.key));
    public static final EntityDescriptor<Source> SOURCES =
            new EntityDescriptor<>(Source.class, "source", SourceOrderField.KEY.key, SourceOrderField.KEY.key);

    /** There is one descriptor of each entity. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
