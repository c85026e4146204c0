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

/** Where a statement comes from: an article or a dataset. */
@Entity
@Description("Where a statement comes from: an article or a dataset.")
public class Source extends BaseEntity implements Node, SearchResult {

    @NonNull
    @Description("A short, stable key, such as diplomat-2020.")
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("Whether it is an article or a dataset.")
    @Enumerated(EnumType.STRING)
    public SourceKind kind;

    @NonNull
    @Description("The headline or the dataset's name.")
    public String title;

    @NonNull
    @Description("The newspaper, magazine or organisation that published it.")
    public String publisher;

    @Description("Who wrote it, where that is known.")
    public String author;

    @Embedded
    @Description("When it was published.")
    public PartialDate publishedOn;

    @Description("Where it can be read.")
    public String url;

    @Description("What a reader should know of it, such as that the author was the country's foreign minister.")
    public String note;

    /** {@link TextFolding} of the title, which sources are ordered and found by. */
    @Ignore
    public String titleKey;

    @Ignore
    public String publisherKey;

    /** Empty where no author is known. */
    @Ignore
    public String authorKey;

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, and the same in every database.")
    public String getId() {
        return GlobalId.of("Source", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
