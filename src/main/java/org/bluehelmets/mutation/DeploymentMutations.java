package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.DeploymentRevision;
import org.bluehelmets.model.DeploymentStatus;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.Person;
import org.bluehelmets.query.EntityDescriptor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Adds deployments, and moves them on. */
@GraphQLApi
@ApplicationScoped
public class DeploymentMutations {

    private final EntityLoader loader;

    DeploymentMutations(EntityLoader loader) {
        this.loader = loader;
    }

    @Mutation("deploymentAdd")
    @NonNull
    @Description("Adds a deployment: a country's contingent in a mission for one rotation.")
    public DeploymentPayload deploymentAdd(@NonNull @Description("Deployment to add.") DeploymentAddInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator checks = new InputValidator(loader);
            Deployment deployment = new Deployment();
            deployment.key = UUID.randomUUID().toString();
            deployment.nation = checks.nation(input.nation, "nation");
            deployment.mission = checks.mission(input.mission, "mission");
            deployment.battalion = checks.battalion(input.battalion, "battalion");
            deployment.rotation = input.rotation;
            checks.atLeast(1, input.rotation, "rotation");
            deployment.status = input.status;
            deployment.startsOn = checks.date(input.startsOn, "startsOn");
            deployment.endsOn = checks.date(input.endsOn, "endsOn");
            deployment.commander = commander(checks, input);
            deployment.note = checks.optional(input.note, InputValidator.LONGEST_NOTE, "note");
            deployment.sources = checks.some(input.sources, checks::source, "sources");
            checks.serves(deployment.battalion, deployment.mission);
            checkTimes(checks, deployment.mission, deployment.status, deployment.startsOn, deployment.endsOn);
            if (deployment.nation != null && deployment.mission != null && isThere(transaction, deployment)) {
                checks.fault(
                        UserErrorCode.DUPLICATE,
                        "there is a rotation %s of this nation, mission and unit already; update that one, or count on"
                                .formatted(deployment.rotation),
                        "rotation");
            }
            if (checks.failed()) {
                return new DeploymentPayload(null, checks.errors());
            }
            transaction.writeSession().insert(deployment);
            return new DeploymentPayload(deployment, List.of());
        });
    }

    @Mutation("deploymentUpdate")
    @NonNull
    @Description("Updates the dates, status or note of a deployment.")
    public DeploymentPayload deploymentUpdate(
            @NonNull @Id @Description("Global id of the deployment.") String id,
            @NonNull
                    @Description(
                            "Version that you expect to update. If it is outdated, the payload contains CONFLICT and the"
                                    + " current version.")
                    Integer version,
            @NonNull @Description("New values.") DeploymentUpdateInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator checks = new InputValidator(loader);
            String key = InputValidator.keyOf("Deployment", id);
            Deployment deployment = key == null ? null : loader.findByKey(EntityDescriptor.DEPLOYMENTS, key);
            if (deployment == null) {
                checks.faultOf("id", UserErrorCode.NOT_FOUND, "there is no deployment with this id");
                return new DeploymentPayload(null, checks.errors());
            }
            if (deployment.version != version.intValue()) {
                checks.faultOf(
                        "version",
                        UserErrorCode.CONFLICT,
                        "it is at version %s, changed meanwhile; look at it, and update that version"
                                .formatted(deployment.version));
                return new DeploymentPayload(deployment, checks.errors());
            }
            DeploymentStatus status = input.status == null ? deployment.status : input.status;
            PartialDate startsOn =
                    input.startsOn == null ? deployment.startsOn : checks.date(input.startsOn.orElse(null), "startsOn");
            PartialDate endsOn =
                    input.endsOn == null ? deployment.endsOn : checks.date(input.endsOn.orElse(null), "endsOn");
            String note = input.note == null
                    ? deployment.note
                    : checks.optional(input.note.orElse(null), InputValidator.LONGEST_NOTE, "note");
            checkTimes(checks, loader.findReference(Mission.class, deployment.mission), status, startsOn, endsOn);
            if (checks.failed()) {
                return new DeploymentPayload(deployment, checks.errors());
            }
            transaction.writeSession().insert(DeploymentRevision.of(deployment, transaction.editor()));
            deployment.status = status;
            deployment.startsOn = startsOn;
            deployment.endsOn = endsOn;
            deployment.note = note;
            deployment.version++;
            update(transaction, deployment);
            return new DeploymentPayload(deployment, List.of());
        });
    }

    /** By a statement of its own, for the session would write the deployment's sources too. */
    private static void update(RequestTransaction transaction, Deployment deployment) {
        PartialDate starts = deployment.startsOn;
        PartialDate ends = deployment.endsOn;
        transaction
                .writeSession()
                .createMutationQuery("""
                        update Deployment d set d.status = :status, d.note = :note, d.version = :version,
                          d.startsOn.date = :starts, d.startsOn.precision = :startsPrecision,
                          d.endsOn.date = :ends, d.endsOn.precision = :endsPrecision
                        where d.pk = :pk""")
                .setParameter("status", deployment.status)
                .setParameter("note", deployment.note, String.class)
                .setParameter("version", deployment.version)
                .setParameter("starts", starts == null ? null : starts.date, LocalDate.class)
                .setParameter("startsPrecision", starts == null ? null : starts.precision, DatePrecision.class)
                .setParameter("ends", ends == null ? null : ends.date, LocalDate.class)
                .setParameter("endsPrecision", ends == null ? null : ends.precision, DatePrecision.class)
                .setParameter("pk", deployment.pk)
                .executeUpdate();
    }

    /**
     * Refuses times that cannot be, however exactly their dates are known. A deployment begins before its mission ends. It
     * may end later where the mission's end lies ahead: that is a plan, and contingents leave after it.
     */
    private void checkTimes(
            InputValidator checks, Mission mission, DeploymentStatus status, PartialDate startsOn, PartialDate endsOn) {
        checks.inOrder(startsOn, endsOn);
        if (status != DeploymentStatus.PLANNED) {
            checks.past(startsOn, "startsOn");
        }
        if (status == DeploymentStatus.ENDED) {
            checks.past(endsOn, "endsOn");
        }
        if (mission == null) {
            return;
        }
        if (mission.startedOn != null) {
            checks.notBefore(mission.startedOn, startsOn, mission.acronym, "startsOn");
            checks.notBefore(mission.startedOn, endsOn, mission.acronym, "endsOn");
        }
        boolean over = mission.hasEndedBefore(loader.today());
        if (mission.endedOn != null) {
            checks.notAfter(mission.endedOn, startsOn, mission.acronym, "startsOn");
            if (over) {
                checks.notAfter(mission.endedOn, endsOn, mission.acronym, "endsOn");
            }
        }
        if (over && status != DeploymentStatus.ENDED && status != DeploymentStatus.CLAIMED) {
            checks.fault(
                    UserErrorCode.INVALID,
                    "%s is over, so a deployment in it is ENDED or CLAIMED".formatted(mission.acronym),
                    "status");
        }
    }

    /** Whether the rotation is taken. */
    private static boolean isThere(RequestTransaction transaction, Deployment deployment) {
        return deployment.rotation != null
                && transaction
                                .readSession()
                                .createSelectionQuery("""
                                        select count(*) from Deployment d
                                        where d.nation.pk = :nation and d.mission.pk = :mission
                                          and d.battalion.pk is not distinct from :battalion and d.rotation = :rotation""", Long.class)
                                .setParameter("nation", deployment.nation.pk)
                                .setParameter("mission", deployment.mission.pk)
                                .setParameter("battalion", InputValidator.pk(deployment.battalion), Long.class)
                                .setParameter("rotation", deployment.rotation)
                                .getSingleResult()
                        > 0;
    }

    private static Person commander(InputValidator checks, DeploymentAddInput input) {
        Person commander = new Person();
        commander.rank = checks.optional(input.commanderRank, InputValidator.LONGEST_NAME, "commanderRank");
        commander.name = checks.optional(input.commanderName, InputValidator.LONGEST_NAME, "commanderName");
        if (commander.name != null) {
            return commander;
        }
        if (commander.rank != null) {
            checks.fault(UserErrorCode.INVALID, "a rank needs a name; give it, or leave out the rank", "commanderName");
        }
        return null;
    }
}
