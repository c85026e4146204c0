package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.MilestoneKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a milestone's kind. */
@Description("Conditions on a milestone's kind, which hold together.")
@Input("MilestoneKindFilter")
public class MilestoneKindFilter implements EnumFilter<MilestoneKind> {

    @Description("Equal.")
    public MilestoneKind eq;

    @Description("Not equal.")
    public MilestoneKind ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull MilestoneKind> in;

    @Description("None of these.")
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
