package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.CountStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a personnel count's status. */
@Description("Filters the status of personnel counts. All conditions must match.")
@Input("CountStatusFilter")
public class CountStatusFilter implements EnumFilter<CountStatus> {

    @Description("Equal to this value.")
    public CountStatus eq;

    @Description("Not equal to this value.")
    public CountStatus ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull CountStatus> in;

    @Description("Equal to none of these values.")
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
