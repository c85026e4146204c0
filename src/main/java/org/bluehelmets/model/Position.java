package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A position occupied by a military unit, such as UNP 4-2. */
@Entity
@Description("A position occupied by a military unit, such as UNP 4-2.")
public class Position extends BaseEntity {

    @NonNull
    @Description("Name, such as UNP 4-2 (UN position 4-2).")
    public String name;

    @Description("Town or place nearby. Null if unknown.")
    public String near;

    @Embedded
    @Description("Geographic position. Null if unknown.")
    public Location location;

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "battalion_pk")
    public Battalion battalion;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
