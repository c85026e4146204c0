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

/** A dated value other than a personnel count, such as a cost or a border length. */
@Entity
@Description("A dated value other than a personnel count, such as a cost or a border length.")
public class Figure extends BaseEntity {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("Quantity that the value measures.")
    @Enumerated(EnumType.STRING)
    public Metric metric;

    @NonNull
    @Description("Value, in the unit of measurement given by unit.")
    @Column(name = "amount")
    public Double value;

    @NonNull
    @Description("Precision of the value as the source gives it.")
    @Enumerated(EnumType.STRING)
    public Precision precision;

    @Description("Unit of measurement: a currency code such as USD (ISO 4217) or a unit such as km. Null for plain"
            + " numbers.")
    public String unit;

    @Embedded
    @Description("Date for which the value holds. Null if unknown.")
    public PartialDate asOf;

    @Description("Other information from the source. Null if there is none.")
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
