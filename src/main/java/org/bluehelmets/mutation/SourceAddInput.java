package org.bluehelmets.mutation;

import org.bluehelmets.model.SourceKind;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input for a new source. */
@Input("SourceAddInput")
@Description("Input for a new source.")
public class SourceAddInput {

    @NonNull
    @Description("Short key that never changes, such as diplomat-2020: lower-case letters, digits and hyphens.")
    public String key;

    @DefaultValue("ARTICLE")
    @Description("Kind of source: article or dataset.")
    public SourceKind kind = SourceKind.ARTICLE;

    @NonNull
    @Description("Headline of the article or name of the dataset.")
    public String title;

    @NonNull
    @Description("Newspaper, magazine or organisation that published the source.")
    public String publisher;

    @Description("Author, if known.")
    public String author;

    @Description("Date of publication in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String publishedOn;

    @Description("URL of the source; it must begin with http or https.")
    public String url;

    @Description("Information about the source, such as that the author is an interested party.")
    public String note;
}
