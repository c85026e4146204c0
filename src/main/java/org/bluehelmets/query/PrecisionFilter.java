package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on the precision of a number. */
@Description("Conditions on the precision of a number, which hold together.")
@Input("PrecisionFilter")
public class PrecisionFilter implements EnumFilter<Precision> {

    @Description("Equal.")
    public Precision eq;

    @Description("Not equal.")
    public Precision ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull Precision> in;

    @Description("None of these.")
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
