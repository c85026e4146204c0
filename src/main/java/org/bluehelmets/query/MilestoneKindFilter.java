package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.MilestoneKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a milestone's kind. */
@Description("Filters the kind of milestones. All conditions must match.")
@Input("MilestoneKindFilter")
public class MilestoneKindFilter implements EnumFilter<MilestoneKind> {

    @Description("Equal to this value.")
    public MilestoneKind eq;

    @Description("Not equal to this value.")
    public MilestoneKind ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull MilestoneKind> in;

    @Description("Equal to none of these values.")
    public List<@NonNull MilestoneKind> notIn;

    @Override
    public MilestoneKind eq() {
        return eq;
    }

    @Override
    public MilestoneKind ne() {
        return ne;
    }

    @Override
    public List<MilestoneKind> in() {
        return in;
    }

    @Override
    public List<MilestoneKind> notIn() {
        return notIn;
    }
}
