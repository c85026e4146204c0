package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.bluehelmets.database.TextFolding;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** An article or dataset that provides data. */
@Entity
@Description("An article or dataset that provides data.")
public class Source extends BaseEntity implements Node, SearchResult {

    @NonNull
    @Description("Short, stable key, such as diplomat-2020.")
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("Kind of source: article or dataset.")
    @Enumerated(EnumType.STRING)
    public SourceKind kind;

    @NonNull
    @Description("Headline of the article or name of the dataset.")
    public String title;

    @NonNull
    @Description("Newspaper, magazine or organisation that published the source.")
    public String publisher;

    @Description("Author. Null if unknown.")
    public String author;

    @Embedded
    @Description("Date of publication. Null if unknown.")
    public PartialDate publishedOn;

    @Description("URL of the source. Null if it is not available online.")
    public String url;

    @Description("Information about the source, such as that the author was the country's foreign minister. Null"
            + " if there is none.")
    public String note;

    /** The folded title for sorting and searching, see {@link TextFolding}. */
    @Ignore
    public String titleKey;

    @Ignore
    public String publisherKey;

    /** Empty if the author is unknown. */
    @Ignore
    public String authorKey;

    @Override
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("Source", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
