package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.MissionKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a mission's kind. */
@Description("Conditions on a mission's kind, which hold together.")
@Input("MissionKindFilter")
public class MissionKindFilter implements EnumFilter<MissionKind> {

    @Description("Equal.")
    public MissionKind eq;

    @Description("Not equal.")
    public MissionKind ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull MissionKind> in;

    @Description("None of these.")
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
