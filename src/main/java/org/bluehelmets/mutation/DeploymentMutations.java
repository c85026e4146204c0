package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.dataloading.EntityLoader;
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

/** Adds and updates deployments. */
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
            InputValidator validator = new InputValidator(loader);
            Deployment deployment = new Deployment();
            deployment.key = UUID.randomUUID().toString();
            deployment.nation = validator.findNation(input.nation, "nation");
            deployment.mission = validator.findMission(input.mission, "mission");
            deployment.battalion = validator.findBattalion(input.battalion, "battalion");
            deployment.rotation = input.rotation;
            validator.requireAtLeast(1, input.rotation, "rotation");
            deployment.status = input.status;
            deployment.startsOn = validator.parseDate(input.startsOn, "startsOn");
            deployment.endsOn = validator.parseDate(input.endsOn, "endsOn");
            deployment.commander = toCommander(validator, input);
            deployment.note = validator.optionalText(input.note, InputValidator.MAX_NOTE_LENGTH, "note");
            deployment.sources = validator.findAtLeastOne(input.sources, validator::findSource, "sources");
            validator.requireUnitServesIn(deployment.battalion, deployment.mission);
            validateDates(validator, deployment.mission, deployment.status, deployment.startsOn, deployment.endsOn);
            if (deployment.nation != null
                    && deployment.mission != null
                    && DeploymentRepository.existsRotation(transaction.readSession(), deployment)) {
                validator.addError(
                        UserErrorCode.DUPLICATE,
                        ("must be unique, but rotation %s of this country, mission and unit exists. Update that deployment, or choose"
                                        + " another number.")
                                .formatted(deployment.rotation),
                        "rotation");
            }
            if (validator.hasErrors()) {
                return new DeploymentPayload(null, validator.errors());
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
            InputValidator validator = new InputValidator(loader);
            String key = InputValidator.parseGlobalId("Deployment", id);
            Deployment deployment = key == null ? null : loader.findByKey(EntityDescriptor.DEPLOYMENTS, key);
            if (deployment == null) {
                validator.addArgumentError("id", UserErrorCode.NOT_FOUND, "must be the global id of a deployment.");
                return new DeploymentPayload(null, validator.errors());
            }
            if (deployment.version != version.intValue()) {
                validator.addArgumentError(
                        "version",
                        UserErrorCode.CONFLICT,
                        InputValidator.OUTDATED_VERSION.formatted(deployment.version));
                return new DeploymentPayload(deployment, validator.errors());
            }
            DeploymentStatus status = input.status == null ? deployment.status : input.status;
            PartialDate startsOn = input.startsOn == null
                    ? deployment.startsOn
                    : validator.parseDate(input.startsOn.orElse(null), "startsOn");
            PartialDate endsOn =
                    input.endsOn == null ? deployment.endsOn : validator.parseDate(input.endsOn.orElse(null), "endsOn");
            String note = input.note == null
                    ? deployment.note
                    : validator.optionalText(input.note.orElse(null), InputValidator.MAX_NOTE_LENGTH, "note");
            validateDates(validator, loader.findReference(Mission.class, deployment.mission), status, startsOn, endsOn);
            if (validator.hasErrors()) {
                return new DeploymentPayload(deployment, validator.errors());
            }
            transaction.writeSession().insert(DeploymentRevision.of(deployment, transaction.editor()));
            deployment.status = status;
            deployment.startsOn = startsOn;
            deployment.endsOn = endsOn;
            deployment.note = note;
            deployment.version++;
            DeploymentRepository.update(transaction.writeSession(), deployment);
            return new DeploymentPayload(deployment, List.of());
        });
    }

    /**
     * Validates the dates and the status of a deployment. Partial dates are errors only if all their days are invalid. A
     * deployment must start before its mission ends. It may end after a future end of the mission, which is only planned.
     */
    private void validateDates(
            InputValidator validator,
            Mission mission,
            DeploymentStatus status,
            PartialDate startsOn,
            PartialDate endsOn) {
        validator.requireEndNotBeforeStart(startsOn, endsOn);
        if (status != DeploymentStatus.PLANNED) {
            validator.requireNotInFuture(startsOn, "startsOn");
        }
        if (status == DeploymentStatus.ENDED) {
            validator.requireNotInFuture(endsOn, "endsOn");
        }
        if (mission == null) {
            return;
        }
        if (mission.startedOn != null) {
            validator.requireNotBeforeMission(mission.startedOn, startsOn, mission.acronym, "startsOn");
            validator.requireNotBeforeMission(mission.startedOn, endsOn, mission.acronym, "endsOn");
        }
        boolean missionEnded = mission.hasEndedBefore(loader.today());
        if (mission.endedOn != null) {
            validator.requireNotAfterMission(mission.endedOn, startsOn, mission.acronym, "startsOn");
            if (missionEnded) {
                validator.requireNotAfterMission(mission.endedOn, endsOn, mission.acronym, "endsOn");
            }
        }
        if (missionEnded && status != DeploymentStatus.ENDED && status != DeploymentStatus.CLAIMED) {
            validator.addError(
                    UserErrorCode.INVALID,
                    "must be ENDED or CLAIMED, because %s has ended.".formatted(mission.acronym),
                    "status");
        }
    }

    private static Person toCommander(InputValidator validator, DeploymentAddInput input) {
        Person commander = new Person();
        commander.rank = validator.optionalText(input.commanderRank, InputValidator.MAX_NAME_LENGTH, "commanderRank");
        commander.name = validator.optionalText(input.commanderName, InputValidator.MAX_NAME_LENGTH, "commanderName");
        if (commander.name != null) {
            return commander;
        }
        if (commander.rank != null) {
            validator.addError(
                    UserErrorCode.INVALID,
                    "is required with `commanderRank`. Provide both, or neither.",
                    "commanderName");
        }
        return null;
    }
}
