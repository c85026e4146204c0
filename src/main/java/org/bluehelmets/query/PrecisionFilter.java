package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on the precision of a number. */
@Description("Filters the precision of numbers. All conditions must match.")
@Input("PrecisionFilter")
public class PrecisionFilter implements EnumFilter<Precision> {

    @Description("Equal to this value.")
    public Precision eq;

    @Description("Not equal to this value.")
    public Precision ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull Precision> in;

    @Description("Equal to none of these values.")
    public List<@NonNull Precision> notIn;

    @Override
    public Precision eq() {
        return eq;
    }

    @Override
    public Precision ne() {
        return ne;
    }

    @Override
    public List<Precision> in() {
        return in;
    }

    @Override
    public List<Precision> notIn() {
        return notIn;
    }
}
