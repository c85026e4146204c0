package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.UnitKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a unit's kind. */
@Description("Filters the kind of military units. All conditions must match.")
@Input("UnitKindFilter")
public class UnitKindFilter implements EnumFilter<UnitKind> {

    @Description("Equal to this value.")
    public UnitKind eq;

    @Description("Not equal to this value.")
    public UnitKind ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull UnitKind> in;

    @Description("Equal to none of these values.")
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
