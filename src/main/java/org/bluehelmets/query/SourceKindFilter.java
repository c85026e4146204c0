package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.SourceKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a source's kind. */
@Description("Conditions on a source's kind, which hold together.")
@Input("SourceKindFilter")
public class SourceKindFilter implements EnumFilter<SourceKind> {

    @Description("Equal.")
    public SourceKind eq;

    @Description("Not equal.")
    public SourceKind ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull SourceKind> in;

    @Description("None of these.")
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
