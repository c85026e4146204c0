package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on text. */
@Description(
        "Conditions on text, which hold together. Text compares case-insensitively; in names and titles accents and"
                + " apostrophes do not count either, and hyphens and other signs separate words as blanks do. A value without"
                + " letters and digits is compared as it is written.")
@Input("StringFilter")
public class StringFilter {
    @Description("Equal.")
    public String eq;

    @Description("Not equal, or not known.")
    public String ne;

    @Description("Equal to one of these; an empty list lets nothing through.")
    public List<@NonNull String> in;

    @Description("Equal to none of these, or not known.")
    public List<@NonNull String> notIn;

    @Description("Contains this, anywhere.")
    public String contains;

    @Description("Starts with this.")
    public String startsWith;

    @Description("Whether it is not known.")
    public Boolean isNull;
}
