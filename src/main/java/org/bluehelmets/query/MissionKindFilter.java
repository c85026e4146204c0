package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.MissionKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a mission's kind. */
@Description("Filters the kind of missions. All conditions must match.")
@Input("MissionKindFilter")
public class MissionKindFilter implements EnumFilter<MissionKind> {

    @Description("Equal to this value.")
    public MissionKind eq;

    @Description("Not equal to this value.")
    public MissionKind ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull MissionKind> in;

    @Description("Equal to none of these values.")
    public List<@NonNull MissionKind> notIn;

    @Override
    public MissionKind eq() {
        return eq;
    }

    @Override
    public MissionKind ne() {
        return ne;
    }

    @Override
    public List<MissionKind> in() {
        return in;
    }

    @Override
    public List<MissionKind> notIn() {
        return notIn;
    }
}
