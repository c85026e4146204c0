package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.SourceKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a source's kind. */
@Description("Filters the kind of sources. All conditions must match.")
@Input("SourceKindFilter")
public class SourceKindFilter implements EnumFilter<SourceKind> {

    @Description("Equal to this value.")
    public SourceKind eq;

    @Description("Not equal to this value.")
    public SourceKind ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull SourceKind> in;

    @Description("Equal to none of these values.")
    public List<@NonNull SourceKind> notIn;

    @Override
    public SourceKind eq() {
        return eq;
    }

    @Override
    public SourceKind ne() {
        return ne;
    }

    @Override
    public List<SourceKind> in() {
        return in;
    }

    @Override
    public List<SourceKind> notIn() {
        return notIn;
    }
}
