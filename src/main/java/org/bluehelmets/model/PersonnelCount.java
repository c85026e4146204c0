package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A number of people reported by one source. Counts of different sources are never averaged or overwritten. */
@Entity
@Description("A number of people reported by one source. Counts of different sources are never averaged or"
        + " overwritten.")
public class PersonnelCount extends BaseEntity implements Node {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("Category of the personnel counted.")
    @Enumerated(EnumType.STRING)
    public PersonnelCategory category;

    @NonNull
    @Description("Number of people, women and men together.")
    public Integer total;

    @Description("Number of women. Null if the source does not give it.")
    public Integer women;

    @Description("Number of men. Null if the source does not give it.")
    public Integer men;

    @NonNull
    @Description("Precision of the count as the source gives it.")
    @Enumerated(EnumType.STRING)
    public Precision precision;

    @NonNull
    @Description("Kind of statement: planned, authorised, deployed or historical.")
    @Enumerated(EnumType.STRING)
    public CountStatus status;

    @NonNull
    @Embedded
    @Description("Date for which the count holds.")
    public PartialDate asOf;

    @Description("Other information from the source. Null if there is none.")
    public String note;

    @NonNull
    @Description("Version of the personnel count, counted from 1. Pass it to personnelCountCorrect and"
            + " personnelCountRetract.")
    public Integer version = 1;

    /** The time at which the count was stored in this database. */
    @Ignore
    public OffsetDateTime recordedAt;

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
    @JoinColumn(name = "battalion_pk")
    public Battalion battalion;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "deployment_pk")
    public Deployment deployment;

    @Ignore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source_pk")
    public Source source;

    /** Returns a copy that can be changed independently. */
    public PersonnelCount copy() {
        PersonnelCount copy = new PersonnelCount();
        copy.pk = pk;
        copy.key = key;
        copy.category = category;
        copy.total = total;
        copy.women = women;
        copy.men = men;
        copy.precision = precision;
        copy.status = status;
        copy.asOf = asOf;
        copy.note = note;
        copy.version = version;
        copy.recordedAt = recordedAt;
        copy.nation = nation;
        copy.mission = mission;
        copy.battalion = battalion;
        copy.deployment = deployment;
        copy.source = source;
        return copy;
    }

    @Override
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("PersonnelCount", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
