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

/** A nation or territory of ISO 3166-1. */
@Entity
@Description("A nation or territory of ISO 3166-1.")
public class Nation extends BaseEntity implements Node, SearchResult {

    @NonNull
    @Description("The ISO 3166-1 alpha-3 code, such as KAZ.")
    public String code;

    @Description("The UN's M49 number, which is also ISO 3166-1 numeric; 398 is Kazakhstan.")
    public Integer m49;

    @NonNull
    @Description("The English short name.")
    public String name;

    /** {@link TextFolding} of the name, which nations are ordered and found by. */
    @Ignore
    public String nameKey;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, and the same in every database.")
    public String getId() {
        return GlobalId.of("Nation", code);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return code;
    }
}
