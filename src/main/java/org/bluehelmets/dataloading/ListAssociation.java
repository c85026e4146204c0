package org.bluehelmets.dataloading;

import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Figure;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Position;
import org.bluehelmets.model.Revision;
import org.bluehelmets.model.Source;

/**
 * An association of a parent with a short list that is loaded completely, in HQL.
 *
 * @param name the unique name of the association
 * @param from the FROM clause: the entries with the alias {@code e}, joined to their parents
 * @param parent the path of the primary key of the parent
 * @param orderBy the ORDER BY clause
 * @param <T> the type of the entries
 */
public record ListAssociation<T>(String name, String from, String parent, String orderBy) {

    public static final ListAssociation<Figure> NATION_FIGURES =
            new ListAssociation<>("Nation.figures", "Figure e", "e.nation.pk", "e.asOf.date nulls last, e.key");

    public static final ListAssociation<String> MISSION_RESOLUTIONS =
            new ListAssociation<>("Mission.resolutions", "Mission o join o.resolutions e", "o.pk", "index(e)");
    public static final ListAssociation<Nation> MISSION_HOSTS =
            new ListAssociation<>("Mission.hosts", "Mission o join o.hosts e", "o.pk", "e.code");
    public static final ListAssociation<Figure> MISSION_FIGURES =
            new ListAssociation<>("Mission.figures", "Figure e", "e.mission.pk", "e.asOf.date nulls last, e.key");

    public static final ListAssociation<String> BATTALION_ALIASES =
            new ListAssociation<>("Battalion.aliases", "Battalion o join o.aliases e", "o.pk", "index(e)");
    public static final ListAssociation<String> BATTALION_TASKS =
            new ListAssociation<>("Battalion.tasks", "Battalion o join o.tasks e", "o.pk", "index(e)");
    public static final ListAssociation<Nation> BATTALION_NATIONS =
            new ListAssociation<>("Battalion.nations", "Battalion o join o.nations e", "o.pk", "e.code");
    public static final ListAssociation<Battalion> BATTALION_SUBUNITS =
            new ListAssociation<>("Battalion.subunits", "Battalion e", "e.parent.pk", "e.key");
    public static final ListAssociation<Position> BATTALION_POSITIONS =
            new ListAssociation<>("Battalion.positions", "Position e", "e.battalion.pk", "e.key");
    public static final ListAssociation<Source> BATTALION_SOURCES =
            new ListAssociation<>("Battalion.sources", "Battalion o join o.sources e", "o.pk", "e.key");

    public static final ListAssociation<Source> DEPLOYMENT_SOURCES =
            new ListAssociation<>("Deployment.sources", "Deployment o join o.sources e", "o.pk", "e.key");

    /** The newest first. */
    public static final ListAssociation<Revision> COUNT_REVISIONS =
            new ListAssociation<>("PersonnelCount.history", "Revision e", "e.countPk", "e.version desc");

    public static final ListAssociation<Nation> MILESTONE_NATIONS =
            new ListAssociation<>("Milestone.nations", "Milestone o join o.nations e", "o.pk", "e.code");
    public static final ListAssociation<Mission> MILESTONE_MISSIONS =
            new ListAssociation<>("Milestone.missions", "Milestone o join o.missions e", "o.pk", "e.acronym");
    public static final ListAssociation<Battalion> MILESTONE_BATTALIONS =
            new ListAssociation<>("Milestone.battalions", "Milestone o join o.battalions e", "o.pk", "e.key");
    public static final ListAssociation<Source> MILESTONE_SOURCES =
            new ListAssociation<>("Milestone.sources", "Milestone o join o.sources e", "o.pk", "e.key");
}
