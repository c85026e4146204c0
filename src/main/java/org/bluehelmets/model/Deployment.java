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

/** The contingent of one contributing country in a mission for one rotation. */
@Entity
@Description("The contingent of one contributing country in a mission for one rotation.")
public class Deployment extends BaseEntity implements Node {

    @Ignore
    @Column(name = "natural_key")
    public String key;

    @Description("Rotation number, counted from 1. Null if the rotations are not numbered.")
    public Integer rotation;

    @NonNull
    @Description("Status according to the most recent source.")
    @Enumerated(EnumType.STRING)
    public DeploymentStatus status;

    @Embedded
    @Description("Start date, actual or planned. Null if unknown.")
    public PartialDate startsOn;

    @Embedded
    @Description("End date, actual or planned. Null if unknown.")
    public PartialDate endsOn;

    @Embedded
    @Description("Commander of the contingent. Null if unknown.")
    public Person commander;

    @Description("Other information from the sources. Null if there is none.")
    public String note;

    @NonNull
    @Description("Version of the deployment, counted from 1. Pass it to deploymentUpdate.")
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
    @Description("Global id. Opaque; identical in every database.")
    public String getId() {
        return GlobalId.of("Deployment", key);
    }

    @Override
    @Ignore
    public String naturalKey() {
        return key;
    }
}
