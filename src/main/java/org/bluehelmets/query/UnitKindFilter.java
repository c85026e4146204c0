package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.UnitKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a unit's kind. */
@Description("Conditions on a unit's kind, which hold together.")
@Input("UnitKindFilter")
public class UnitKindFilter implements EnumFilter<UnitKind> {

    @Description("Equal.")
    public UnitKind eq;

    @Description("Not equal.")
    public UnitKind ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull UnitKind> in;

    @Description("None of these.")
    public List<@NonNull UnitKind> notIn;

    @Override
    public UnitKind eq() {
        return eq;
    }

    @Override
    public UnitKind ne() {
        return ne;
    }

    @Override
    public List<UnitKind> in() {
        return in;
    }

    @Override
    public List<UnitKind> notIn() {
        return notIn;
    }
}
