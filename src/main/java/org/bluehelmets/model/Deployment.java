package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One nation's contingent in a mission for one rotation. */
@Entity
@Description("One nation's contingent in a mission for one rotation.")
public class Deployment extends BaseEntity implements Node {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @Description("Which rotation it is, counted from 1; null where rotations are not counted.")
    public Integer rotation;

    @NonNull
    @Description("How far it has come, as its newest source says.")
    @Enumerated(EnumType.STRING)
    public DeploymentStatus status;

    @Embedded
    @Description("When it began, or was due to.")
    public PartialDate startsOn;

    @Embedded
    @Description("When it ended, or was due to.")
    public PartialDate endsOn;

    @Embedded
    @Description("Who commanded it.")
    public Person commander;

    @Description("What else its sources say of it.")
    public String note;

    @NonNull
    @Description("Which version of the deployment this is, counted from 1; an update must name it.")
    public Integer version = 1;

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
    @ManyToMany
    @JoinTable(
            name = "deployment_source",
            joinColumns = @JoinColumn(name = "deployment_pk"),
            inverseJoinColumns = @JoinColumn(name = "source_pk"))
    public Set<Source> sources;

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, and the same in every database.")
    public String getId() {
        return GlobalId.of("Deployment", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
