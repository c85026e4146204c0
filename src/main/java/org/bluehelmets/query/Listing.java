package org.bluehelmets.query;

import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Milestone;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Source;
import org.bluehelmets.model.Stored;

/**
 * A type that comes in lists: how it is ordered where the client does not say, and what breaks ties.
 *
 * @param table where its rows are
 * @param <E> the type
 */
public record Listing<E extends Stored>(Class<E> type, String table, SortKey<E> defaultKey, SortKey<E> naturalKey) {

    public static final Listing<Nation> NATIONS =
            new Listing<>(Nation.class, "nation", NationOrderField.CODE.key, NationOrderField.CODE.key);
    public static final Listing<Mission> MISSIONS =
            new Listing<>(Mission.class, "mission", MissionOrderField.ACRONYM.key, MissionOrderField.ACRONYM.key);
    public static final Listing<Battalion> BATTALIONS = new Listing<>(
            Battalion.class, "battalion", BattalionOrderField.NAME.key, SortKey.key("natural_key", b -> b.key));
    public static final Listing<Deployment> DEPLOYMENTS = new Listing<>(
            Deployment.class, "deployment", DeploymentOrderField.STARTS_ON.key, SortKey.key("natural_key", d -> d.key));
    public static final Listing<PersonnelCount> PERSONNEL_COUNTS = new Listing<>(
            PersonnelCount.class,
            "personnel_count",
            PersonnelCountOrderField.AS_OF.key,
            SortKey.key("natural_key", c -> c.key));
    public static final Listing<Milestone> MILESTONES = new Listing<>(
            Milestone.class, "milestone", MilestoneOrderField.DATE.key, SortKey.key("natural_key", m -> m.key));
    public static final Listing<Source> SOURCES =
            new Listing<>(Source.class, "source", SourceOrderField.KEY.key, SourceOrderField.KEY.key);

    /** There is one listing of each type. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
