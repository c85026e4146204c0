package org.bluehelmets.loading;

import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Figure;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Position;
import org.bluehelmets.model.Revision;
import org.bluehelmets.model.Source;

/**
 * A short list of a parent that comes whole, in HQL.
 *
 * @param name tells relations apart
 * @param from the entries, as {@code e}, and what joins them to their parents
 * @param parent the surrogate key of an entry's parent
 * @param orderBy the entries' order
 * @param <T> the entries
 */
public record ListRelation<T>(String name, String from, String parent, String orderBy) {

    public static final ListRelation<Figure> NATION_FIGURES =
            new ListRelation<>("Nation.figures", "Figure e", "e.nation.pk", "e.asOf.date nulls last, e.key");

    public static final ListRelation<String> MISSION_RESOLUTIONS =
            new ListRelation<>("Mission.resolutions", "Mission o join o.resolutions e", "o.pk", "index(e)");
    public static final ListRelation<Nation> MISSION_HOSTS =
            new ListRelation<>("Mission.hosts", "Mission o join o.hosts e", "o.pk", "e.code");
    public static final ListRelation<Figure> MISSION_FIGURES =
            new ListRelation<>("Mission.figures", "Figure e", "e.mission.pk", "e.asOf.date nulls last, e.key");

    public static final ListRelation<String> BATTALION_ALIASES =
            new ListRelation<>("Battalion.aliases", "Battalion o join o.aliases e", "o.pk", "index(e)");
    public static final ListRelation<String> BATTALION_TASKS =
            new ListRelation<>("Battalion.tasks", "Battalion o join o.tasks e", "o.pk", "index(e)");
    public static final ListRelation<Nation> BATTALION_NATIONS =
            new ListRelation<>("Battalion.nations", "Battalion o join o.nations e", "o.pk", "e.code");
    public static final ListRelation<Battalion> BATTALION_SUBUNITS =
            new ListRelation<>("Battalion.subunits", "Battalion e", "e.parent.pk", "e.key");
    public static final ListRelation<Position> BATTALION_POSITIONS =
            new ListRelation<>("Battalion.positions", "Position e", "e.battalion.pk", "e.key");
    public static final ListRelation<Source> BATTALION_SOURCES =
            new ListRelation<>("Battalion.sources", "Battalion o join o.sources e", "o.pk", "e.key");

    public static final ListRelation<Source> DEPLOYMENT_SOURCES =
            new ListRelation<>("Deployment.sources", "Deployment o join o.sources e", "o.pk", "e.key");

    /** The newest first. */
    public static final ListRelation<Revision> COUNT_REVISIONS =
            new ListRelation<>("PersonnelCount.history", "Revision e", "e.countPk", "e.version desc");

    public static final ListRelation<Nation> MILESTONE_NATIONS =
            new ListRelation<>("Milestone.nations", "Milestone o join o.nations e", "o.pk", "e.code");
    public static final ListRelation<Mission> MILESTONE_MISSIONS =
            new ListRelation<>("Milestone.missions", "Milestone o join o.missions e", "o.pk", "e.acronym");
    public static final ListRelation<Battalion> MILESTONE_BATTALIONS =
            new ListRelation<>("Milestone.battalions", "Milestone o join o.battalions e", "o.pk", "e.key");
    public static final ListRelation<Source> MILESTONE_SOURCES =
            new ListRelation<>("Milestone.sources", "Milestone o join o.sources e", "o.pk", "e.key");
}
