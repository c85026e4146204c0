package org.bluehelmets.query;

import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of milestones. */
@Description(
        "An order of milestones. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("MilestoneOrder")
public class MilestoneOrder implements Order<Milestone> {

    @NonNull
    @Description("What to order by.")
    public MilestoneOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
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
