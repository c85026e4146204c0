package org.bluehelmets.query;

import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of milestones. */
@Description("Sort order of milestones. Unknown values sort last in both directions. Ties are broken by a"
        + " unique key, so pages are stable.")
@Input("MilestoneOrder")
public class MilestoneOrder implements Order<Milestone> {

    @NonNull
    @Description("Field to sort by.")
    public MilestoneOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<Milestone> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
