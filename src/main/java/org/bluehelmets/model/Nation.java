package org.bluehelmets.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.bluehelmets.database.TextFolding;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A country or territory in ISO 3166-1. */
@Entity
@Description("A country or territory in ISO 3166-1.")
public class Nation extends BaseEntity implements Node, SearchResult {

    @NonNull
    @Description("ISO 3166-1 alpha-3 code, such as KAZ.")
    public String code;

    @Description("UN M49 code, equal to the ISO 3166-1 numeric code, such as 398 for Kazakhstan. Null if the"
            + " country has none.")
    public Integer m49;

    @NonNull
    @Description("English short name.")
    public String name;

    /** The folded name for sorting and searching, see {@link TextFolding}. */
    @Ignore
    public String nameKey;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    @Override
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("Nation", code);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return code;
    }
}
