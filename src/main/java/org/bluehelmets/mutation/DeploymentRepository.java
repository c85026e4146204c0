package org.bluehelmets.mutation;

import java.time.LocalDate;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.PartialDate;
import org.hibernate.StatelessSession;

/** Finds and updates deployments for mutations. */
final class DeploymentRepository {

    private DeploymentRepository() {}

    /** Returns whether a deployment with the same country, mission, unit and rotation exists. */
    static boolean existsRotation(StatelessSession session, Deployment deployment) {
        return deployment.rotation != null
                && session.createSelectionQuery("""
                        select count(*) from Deployment d
                        where d.nation.pk = :nation and d.mission.pk = :mission
                          and d.battalion.pk is not distinct from :battalion and d.rotation = :rotation""", Long.class)
                                .setParameter("nation", deployment.nation.pk)
                                .setParameter("mission", deployment.mission.pk)
                                .setParameter(
                                        "battalion",
                                        deployment.battalion == null ? null : deployment.battalion.pk,
                                        Long.class)
                                .setParameter("rotation", deployment.rotation)
                                .getSingleResult()
                        > 0;
    }

    /** Updates the columns that an editor can change. {@link StatelessSession#update} would also write the sources. */
    static void update(StatelessSession session, Deployment deployment) {
        PartialDate startsOn = deployment.startsOn;
        PartialDate endsOn = deployment.endsOn;
        session.createMutationQuery("""
                        update Deployment d set d.status = :status, d.note = :note, d.version = :version,
                          d.startsOn.date = :startsOn, d.startsOn.precision = :startsOnPrecision,
                          d.endsOn.date = :endsOn, d.endsOn.precision = :endsOnPrecision
                        where d.pk = :pk""")
                .setParameter("status", deployment.status)
                .setParameter("note", deployment.note, String.class)
                .setParameter("version", deployment.version)
                .setParameter("startsOn", startsOn == null ? null : startsOn.date, LocalDate.class)
                .setParameter("startsOnPrecision", startsOn == null ? null : startsOn.precision, DatePrecision.class)
                .setParameter("endsOn", endsOn == null ? null : endsOn.date, LocalDate.class)
                .setParameter("endsOnPrecision", endsOn == null ? null : endsOn.precision, DatePrecision.class)
                .setParameter("pk", deployment.pk)
                .executeUpdate();
    }
}
