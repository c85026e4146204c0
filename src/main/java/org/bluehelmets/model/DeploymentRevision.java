package org.bluehelmets.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** An earlier version of a deployment. */
@Entity
public class DeploymentRevision extends BaseEntity {

    @Column(name = "deployment_pk")
    public Long deploymentPk;

    public Integer version;

    public OffsetDateTime replacedAt;

    public String replacedBy;

    @Enumerated(EnumType.STRING)
    public DeploymentStatus status;

    @Embedded
    public PartialDate startsOn;

    @Embedded
    public PartialDate endsOn;

    public String note;

    /** Copies the current state of a deployment, before it changes. */
    public static DeploymentRevision of(Deployment deployment, String editor) {
        DeploymentRevision revision = new DeploymentRevision();
        revision.deploymentPk = deployment.pk;
        revision.version = deployment.version;
        revision.replacedAt = OffsetDateTime.now(ZoneOffset.UTC);
        revision.replacedBy = editor;
        revision.status = deployment.status;
        revision.startsOn = deployment.startsOn;
        revision.endsOn = deployment.endsOn;
        revision.note = deployment.note;
        return revision;
    }

    @Override
    public String naturalKey() {
        return deploymentPk + "/" + version;
    }
}
