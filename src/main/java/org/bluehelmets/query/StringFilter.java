package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on text. */
@Description("Filters text, case-insensitively. All conditions must match. In names and titles, accents and"
        + " apostrophes are ignored, and hyphens and other punctuation separate words like spaces. A value"
        + " without letters and digits is compared literally.")
@Input("StringFilter")
public class StringFilter {
    @Description("Equal to this value.")
    public String eq;

    @Description("Not equal to this value, or unknown.")
    public String ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull String> in;

    @Description("Equal to none of these values, or unknown.")
    public List<@NonNull String> notIn;

    @Description("Contains this text anywhere.")
    public String contains;

    @Description("Starts with this text.")
    public String startsWith;

    @Description("Whether the value is unknown.")
    public Boolean isNull;
}
