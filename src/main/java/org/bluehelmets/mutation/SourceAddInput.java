package org.bluehelmets.mutation;

import org.bluehelmets.model.SourceKind;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A source that is not there yet. */
@Input("SourceAddInput")
@Description("A source that is not there yet.")
public class SourceAddInput {

    @NonNull
    @Description("A short key that will never change, such as diplomat-2020: small letters, digits and hyphens.")
    public String key;

    @DefaultValue("ARTICLE")
    @Description("Whether it is an article or a dataset.")
    public SourceKind kind = SourceKind.ARTICLE;

    @NonNull
    @Description("The headline or the dataset's name.")
    public String title;

    @NonNull
    @Description("The newspaper, magazine or organisation that published it.")
    public String publisher;

    @Description("Who wrote it, where that is known.")
    public String author;

    @Description("When it was published: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String publishedOn;

    @Description("Where it can be read: an address that begins with http or https.")
    public String url;

    @Description("What a reader should know of it, such as that the author is an interested party.")
    public String note;
}
