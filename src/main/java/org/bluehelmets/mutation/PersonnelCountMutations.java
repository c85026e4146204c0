package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.live.PersonnelCountSubscription;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.MonthlyReport;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Precision;
import org.bluehelmets.model.Revision;
import org.bluehelmets.model.RevisionType;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.EntityDescriptor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Records, corrects and retracts personnel counts. The history keeps all earlier values. */
@GraphQLApi
@ApplicationScoped
public class PersonnelCountMutations {

    private static final String VERSION_DESCRIPTION =
            "Version that you expect to change. If it is outdated, the payload contains CONFLICT and the current version.";

    private final EntityLoader loader;
    private final PersonnelCountSubscription subscription;

    PersonnelCountMutations(EntityLoader loader, PersonnelCountSubscription subscription) {
        this.loader = loader;
        this.subscription = subscription;
    }

    @Mutation("personnelCountRecord")
    @NonNull
    @Description("Records a personnel count from a source.")
    public PersonnelCountPayload personnelCountRecord(
            @NonNull @Description("Personnel count to record.") PersonnelCountRecordInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator validator = new InputValidator(loader);
            PersonnelCount count = new PersonnelCount();
            count.key = UUID.randomUUID().toString();
            count.source = findRecordableSource(validator, input.source);
            setSubject(validator, count, input);
            count.category = input.category;
            count.total = input.total;
            count.women = input.women;
            count.men = input.men;
            // null means that the argument is absent
            count.precision = input.precision == null ? Precision.EXACT : input.precision;
            count.status = input.status;
            count.asOf = validator.parseDate(input.asOf, "asOf");
            count.note = validator.optionalText(input.note, InputValidator.MAX_NOTE_LENGTH, "note");
            validate(validator, transaction, count);
            if (validator.hasErrors()) {
                return new PersonnelCountPayload(null, validator.errors());
            }
            count.recordedAt = now();
            transaction.writeSession().insert(count);
            transaction
                    .writeSession()
                    .insert(Revision.of(count, RevisionType.RECORDED, count.recordedAt, transaction.editor(), null));
            subscription.publish(transaction, count, RevisionType.RECORDED);
            return new PersonnelCountPayload(count, List.of());
        });
    }

    @Mutation("personnelCountCorrect")
    @NonNull
    @Description("Corrects a personnel count. Creates a new version; the history keeps the old one.")
    public PersonnelCountPayload personnelCountCorrect(
            @NonNull @Id @Description("Global id of the personnel count.") String id,
            @NonNull @Description(VERSION_DESCRIPTION) Integer version,
            @NonNull @Description("New values.") PersonnelCountCorrectInput input) {
        return revise(id, version, (transaction, count) -> {
            InputValidator validator = new InputValidator(loader);
            PersonnelCount corrected = count.copy();
            if (input.source != null) {
                corrected.source = findRecordableSource(validator, input.source);
            }
            corrected.total = input.total == null ? count.total : input.total;
            corrected.women = input.women == null ? count.women : input.women.orElse(null);
            corrected.men = input.men == null ? count.men : input.men.orElse(null);
            corrected.precision = input.precision == null ? count.precision : input.precision;
            corrected.status = input.status == null ? count.status : input.status;
            corrected.asOf = input.asOf == null ? count.asOf : validator.parseDate(input.asOf, "asOf");
            corrected.note = input.note == null
                    ? count.note
                    : validator.optionalText(input.note.orElse(null), InputValidator.MAX_NOTE_LENGTH, "note");
            String reason = validator.requireReason(input.reason, true);
            validate(validator, transaction, corrected);
            if (validator.hasErrors()) {
                return new PersonnelCountPayload(count, validator.errors());
            }
            PersonnelCountRepository.insertFirstRevisionIfMissing(transaction, count);
            corrected.version = count.version + 1;
            transaction.writeSession().update(corrected);
            transaction
                    .writeSession()
                    .insert(Revision.of(corrected, RevisionType.CORRECTED, now(), transaction.editor(), reason));
            subscription.publish(transaction, corrected, RevisionType.CORRECTED);
            return new PersonnelCountPayload(corrected, List.of());
        });
    }

    @Mutation("personnelCountRetract")
    @NonNull
    @Description("Retracts a personnel count: removes it from all lists and totals. The history keeps it and the"
            + " reason.")
    public PersonnelCountPayload personnelCountRetract(
            @NonNull @Id @Description("Global id of the personnel count.") String id,
            @NonNull @Description(VERSION_DESCRIPTION) Integer version,
            @NonNull @Description("Reason for the change, kept in the history.") String reason) {
        return revise(id, version, (transaction, count) -> {
            InputValidator validator = new InputValidator(loader);
            String stripped = validator.requireReason(reason, false);
            if (validator.hasErrors()) {
                return new PersonnelCountPayload(count, validator.errors());
            }
            PersonnelCountRepository.insertFirstRevisionIfMissing(transaction, count);
            count.version++;
            transaction
                    .writeSession()
                    .insert(Revision.of(count, RevisionType.RETRACTED, now(), transaction.editor(), stripped));
            PersonnelCountRepository.moveToRetracted(transaction, count);
            subscription.publish(transaction, count, RevisionType.RETRACTED);
            return new PersonnelCountPayload(count, List.of());
        });
    }

    /** Applies a revision to the given version of a count if it is the current version and editors may change it. */
    private PersonnelCountPayload revise(
            String id, int version, BiFunction<RequestTransaction, PersonnelCount, PersonnelCountPayload> revision) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator validator = new InputValidator(loader);
            String key = InputValidator.parseGlobalId("PersonnelCount", id);
            PersonnelCount count = key == null ? null : loader.findByKey(EntityDescriptor.PERSONNEL_COUNTS, key);
            PersonnelCount retracted = key == null || count != null ? null : loader.findRetracted(key);
            if (count == null && retracted == null) {
                validator.addArgumentError(
                        "id", UserErrorCode.NOT_FOUND, "must be the global id of a personnel count.");
            } else if (count == null) {
                validator.addArgumentError(
                        "version",
                        UserErrorCode.CONFLICT,
                        "is outdated: version %s retracted the personnel count. Record it again if it is correct."
                                .formatted(retracted.version));
            } else if (count.version != version) {
                validator.addArgumentError(
                        "version", UserErrorCode.CONFLICT, InputValidator.OUTDATED_VERSION.formatted(count.version));
            } else if (isImported(loader.findReference(Source.class, count.source))) {
                validator.addArgumentError(
                        "id",
                        UserErrorCode.INVALID,
                        "must not be the id of an official personnel count, which the import replaces. Record the count of another source.");
            }
            return validator.hasErrors()
                    ? new PersonnelCountPayload(count == null ? retracted : count, validator.errors())
                    : revision.apply(transaction, count);
        });
    }

    private void validate(InputValidator validator, RequestTransaction transaction, PersonnelCount count) {
        validator.requireConsistentNumbers(count.total, count.women, count.men);
        if (count.status == CountStatus.DEPLOYED || count.status == CountStatus.HISTORICAL) {
            validator.requireNotInFuture(count.asOf, "asOf");
        }
        if (!validator.hasErrors() && PersonnelCountRepository.existsDuplicate(transaction.readSession(), count)) {
            validator.addError(
                    UserErrorCode.DUPLICATE,
                    "must be unique, but this source has a personnel count with the same subject, category, status and date."
                            + " Correct that count.",
                    "asOf");
        }
    }

    /** Returns whether a source is the official dataset. An import replaces its counts month by month. */
    private static boolean isImported(Source source) {
        return source.key.equals(MonthlyReport.SOURCE);
    }

    /** Finds a source whose counts editors may record. */
    private Source findRecordableSource(InputValidator validator, String key) {
        Source source = validator.findSource(key, "source");
        if (source != null && isImported(source)) {
            validator.addError(
                    UserErrorCode.INVALID,
                    "must not be an official dataset, whose personnel counts are imported. Use the key of another source.",
                    "source");
        }
        return source;
    }

    /** Sets the country, mission, unit and deployment. The deployment provides the values that the input omits. */
    private void setSubject(InputValidator validator, PersonnelCount count, PersonnelCountRecordInput input) {
        count.nation = validator.findNation(input.nation, "nation");
        count.mission = validator.findMission(input.mission, "mission");
        count.battalion = validator.findBattalion(input.battalion, "battalion");
        if (input.deployment != null) {
            String key = InputValidator.parseGlobalId("Deployment", input.deployment);
            count.deployment = key == null ? null : loader.findByKey(EntityDescriptor.DEPLOYMENTS, key);
            if (count.deployment == null) {
                validator.addError(UserErrorCode.NOT_FOUND, "must be the global id of a deployment.", "deployment");
            } else {
                Deployment deployment = count.deployment;
                count.nation =
                        merge(validator, loader.findReference(Nation.class, deployment.nation), count.nation, "nation");
                count.mission = merge(
                        validator, loader.findReference(Mission.class, deployment.mission), count.mission, "mission");
                count.battalion = merge(
                        validator,
                        loader.findReference(Battalion.class, deployment.battalion),
                        count.battalion,
                        "battalion");
            }
        }
        validator.requireUnitServesIn(count.battalion, count.mission);
    }

    /** Returns the value of the deployment, or else of the input. Both must be equal if both are present. */
    private static <T extends BaseEntity> T merge(InputValidator validator, T ofDeployment, T ofInput, String field) {
        if (ofInput != null && ofDeployment != null && !ofInput.pk.equals(ofDeployment.pk)) {
            validator.addError(
                    UserErrorCode.INVALID,
                    "must be the %s of the deployment. Omit it, or use another deployment.".formatted(field),
                    field);
        }
        return ofDeployment == null ? ofInput : ofDeployment;
    }

    private static OffsetDateTime now() {
        // the precision of the database
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
