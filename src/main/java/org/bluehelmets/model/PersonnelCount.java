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

/** One figure as one source gave it: never averaged, never overwritten. */
@Entity
@Description("One figure as one source gave it: never averaged, never overwritten.")
public class PersonnelCount extends BaseEntity implements Node {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @NonNull
    @Description("What kind of personnel is counted.")
    @Enumerated(EnumType.STRING)
    public PersonnelCategory category;

    @NonNull
    @Description("How many people, women and men together.")
    public Integer total;

    @Description("How many of them are women, where the source says so.")
    public Integer women;

    @Description("How many of them are men, where the source says so.")
    public Integer men;

    @NonNull
    @Description("How exactly the source gives the number.")
    @Enumerated(EnumType.STRING)
    public Precision precision;

    @NonNull
    @Description("What kind of statement it is: planned, authorised, deployed or historical.")
    @Enumerated(EnumType.STRING)
    public CountStatus status;

    @NonNull
    @Embedded
    @Description("The date that the figure holds for.")
    public PartialDate asOf;

    @Description("What else the source says of it.")
    public String note;

    @NonNull
    @Description("Which version of the figure this is, counted from 1; a correction must name it.")
    public Integer version = 1;

    /** When the figure came into this database, in whatever way. */
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

    /** The same figure, to be changed without this one. */
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
    @Description("The global id: opaque, and the same in every database.")
    public String getId() {
        return GlobalId.of("PersonnelCount", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
