package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A dated figure that is not a personnel count, as one source gave it. */
@Entity
@Description("A dated figure that is not a personnel count.")
public class Figure extends BaseEntity {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("What is measured.")
    @Enumerated(EnumType.STRING)
    public Metric metric;

    @NonNull
    @Description("The number, in the figure's unit.")
    @Column(name = "amount")
    public Double value;

    @NonNull
    @Description("How exactly the source gives the number.")
    @Enumerated(EnumType.STRING)
    public Precision precision;

    @Description("The unit: a currency such as USD, or a measure such as km; null for plain counts.")
    public String unit;

    @Embedded
    @Description("The date that the figure holds for.")
    public PartialDate asOf;

    @Description("What else the source says of it.")
    public String note;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "nation_pk")
    public Nation nation;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "mission_pk")
    public Mission mission;

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
