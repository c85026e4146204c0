package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.CountStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a personnel count's status. */
@Description("Conditions on a personnel count's status, which hold together.")
@Input("CountStatusFilter")
public class CountStatusFilter implements EnumFilter<CountStatus> {

    @Description("Equal.")
    public CountStatus eq;

    @Description("Not equal.")
    public CountStatus ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull CountStatus> in;

    @Description("None of these.")
    public List<@NonNull CountStatus> notIn;

    @Override
    public CountStatus eq() {
        return eq;
    }

    @Override
    public CountStatus ne() {
        return ne;
    }

    @Override
    public List<CountStatus> in() {
        return in;
    }

    @Override
    public List<CountStatus> notIn() {
        return notIn;
    }
}
