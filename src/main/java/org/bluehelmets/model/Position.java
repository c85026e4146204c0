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

/** A place that a unit holds, such as UNP 4-2. */
@Entity
@Description("A place that a unit holds, such as UNP 4-2.")
public class Position extends BaseEntity {

    @NonNull
    @Description("The name, such as UNP 4-2 (UN position 4-2).")
    public String name;

    @Description("A town or place nearby.")
    public String near;

    @Embedded
    @Description("Where it lies, where that is known.")
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
