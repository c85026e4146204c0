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

/** Records figures, corrects and retracts them. What they said before stays in their history. */
@GraphQLApi
@ApplicationScoped
public class PersonnelCountMutations {

    private static final String VERSION =
            "Version that you expect to change. If it is outdated, the payload contains CONFLICT and the current version.";

    private final EntityLoader loader;
    private final PersonnelCountSubscription changes;

    PersonnelCountMutations(EntityLoader loader, PersonnelCountSubscription changes) {
        this.loader = loader;
        this.changes = changes;
    }

    @Mutation("personnelCountRecord")
    @NonNull
    @Description("Records a personnel count from a source.")
    public PersonnelCountPayload personnelCountRecord(
            @NonNull @Description("Personnel count to record.") PersonnelCountRecordInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator checks = new InputValidator(loader);
            PersonnelCount count = new PersonnelCount();
            count.key = UUID.randomUUID().toString();
            count.source = source(checks, input.source);
            subject(checks, count, input);
            count.category = input.category;
            count.total = input.total;
            count.women = input.women;
            count.men = input.men;
            // given as null it is not given
            count.precision = input.precision == null ? Precision.EXACT : input.precision;
            count.status = input.status;
            count.asOf = checks.date(input.asOf, "asOf");
            count.note = checks.optional(input.note, InputValidator.LONGEST_NOTE, "note");
            check(checks, transaction, count);
            if (checks.failed()) {
                return new PersonnelCountPayload(null, checks.errors());
            }
            count.recordedAt = now();
            transaction.writeSession().insert(count);
            transaction
                    .writeSession()
                    .insert(Revision.of(count, RevisionType.RECORDED, count.recordedAt, transaction.editor(), null));
            changes.publish(transaction, count, RevisionType.RECORDED);
            return new PersonnelCountPayload(count, List.of());
        });
    }

    @Mutation("personnelCountCorrect")
    @NonNull
    @Description("Corrects a personnel count. Creates a new version; the history keeps the old one.")
    public PersonnelCountPayload personnelCountCorrect(
            @NonNull @Id @Description("Global id of the personnel count.") String id,
            @NonNull @Description(VERSION) Integer version,
            @NonNull @Description("New values.") PersonnelCountCorrectInput input) {
        return revise(id, version, (transaction, count) -> {
            InputValidator checks = new InputValidator(loader);
            PersonnelCount after = count.copy();
            if (input.source != null) {
                after.source = source(checks, input.source);
            }
            after.total = input.total == null ? count.total : input.total;
            after.women = input.women == null ? count.women : input.women.orElse(null);
            after.men = input.men == null ? count.men : input.men.orElse(null);
            after.precision = input.precision == null ? count.precision : input.precision;
            after.status = input.status == null ? count.status : input.status;
            after.asOf = input.asOf == null ? count.asOf : checks.date(input.asOf, "asOf");
            after.note = input.note == null
                    ? count.note
                    : checks.optional(input.note.orElse(null), InputValidator.LONGEST_NOTE, "note");
            String reason = checks.reason(input.reason, true);
            check(checks, transaction, after);
            if (checks.failed()) {
                return new PersonnelCountPayload(count, checks.errors());
            }
            PersonnelCountStatements.recordFirst(transaction, count);
            after.version = count.version + 1;
            transaction.writeSession().update(after);
            transaction
                    .writeSession()
                    .insert(Revision.of(after, RevisionType.CORRECTED, now(), transaction.editor(), reason));
            changes.publish(transaction, after, RevisionType.CORRECTED);
            return new PersonnelCountPayload(after, List.of());
        });
    }

    @Mutation("personnelCountRetract")
    @NonNull
    @Description("Retracts a personnel count: removes it from all lists and totals. The history keeps it and the"
            + " reason.")
    public PersonnelCountPayload personnelCountRetract(
            @NonNull @Id @Description("Global id of the personnel count.") String id,
            @NonNull @Description(VERSION) Integer version,
            @NonNull @Description("Reason for the change, kept in the history.") String reason) {
        return revise(id, version, (transaction, count) -> {
            InputValidator checks = new InputValidator(loader);
            String stripped = checks.reason(reason, false);
            if (checks.failed()) {
                return new PersonnelCountPayload(count, checks.errors());
            }
            PersonnelCountStatements.recordFirst(transaction, count);
            count.version++;
            transaction
                    .writeSession()
                    .insert(Revision.of(count, RevisionType.RETRACTED, now(), transaction.editor(), stripped));
            PersonnelCountStatements.takeOut(transaction, count);
            changes.publish(transaction, count, RevisionType.RETRACTED);
            return new PersonnelCountPayload(count, List.of());
        });
    }

    /** Does what is to be done to a version of a figure, where that is the newest and may be changed. */
    private PersonnelCountPayload revise(
            String id, int version, BiFunction<RequestTransaction, PersonnelCount, PersonnelCountPayload> revision) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator checks = new InputValidator(loader);
            String key = InputValidator.keyOf("PersonnelCount", id);
            PersonnelCount count = key == null ? null : loader.findByKey(EntityDescriptor.PERSONNEL_COUNTS, key);
            PersonnelCount retracted = key == null || count != null ? null : loader.findRetracted(key);
            if (count == null && retracted == null) {
                checks.faultOf("id", UserErrorCode.NOT_FOUND, "there is no figure with this id");
            } else if (count == null) {
                checks.faultOf(
                        "version",
                        UserErrorCode.CONFLICT,
                        "it was retracted with version %s; record it anew if it is right after all"
                                .formatted(retracted.version));
            } else if (count.version != version) {
                checks.faultOf(
                        "version",
                        UserErrorCode.CONFLICT,
                        "it is at version %s, changed meanwhile; look at it, and change that version"
                                .formatted(count.version));
            } else if (isImported(loader.findReference(Source.class, count.source))) {
                checks.faultOf(
                        "id",
                        UserErrorCode.INVALID,
                        "it comes from an official dataset, which is imported as it is; record what another source says");
            }
            return checks.failed()
                    ? new PersonnelCountPayload(count == null ? retracted : count, checks.errors())
                    : revision.apply(transaction, count);
        });
    }

    private void check(InputValidator checks, RequestTransaction transaction, PersonnelCount count) {
        checks.people(count.total, count.women, count.men);
        if (count.status == CountStatus.DEPLOYED || count.status == CountStatus.HISTORICAL) {
            checks.past(count.asOf, "asOf");
        }
        if (!checks.failed() && PersonnelCountStatements.isThere(transaction, count)) {
            checks.fault(
                    UserErrorCode.DUPLICATE,
                    "this source has a figure of the same subject, category, status and date already; correct that one",
                    "asOf");
        }
    }

    /** Whether a source is the official dataset: its figures are replaced month by month when it is imported. */
    private static boolean isImported(Source source) {
        return source.key.equals(MonthlyReport.SOURCE);
    }

    /** A source that figures may be recorded of. */
    private Source source(InputValidator checks, String key) {
        Source source = checks.source(key, "source");
        if (source != null && isImported(source)) {
            checks.fault(
                    UserErrorCode.INVALID,
                    "it is an official dataset, whose figures are imported; name the source that gave this one",
                    "source");
        }
        return source;
    }

    /** Who is counted: what the deployment does not say, the input says itself. */
    private void subject(InputValidator checks, PersonnelCount count, PersonnelCountRecordInput input) {
        count.nation = checks.nation(input.nation, "nation");
        count.mission = checks.mission(input.mission, "mission");
        count.battalion = checks.battalion(input.battalion, "battalion");
        if (input.deployment != null) {
            String key = InputValidator.keyOf("Deployment", input.deployment);
            count.deployment = key == null ? null : loader.findByKey(EntityDescriptor.DEPLOYMENTS, key);
            if (count.deployment == null) {
                checks.fault(UserErrorCode.NOT_FOUND, "there is no deployment with this id", "deployment");
            } else {
                Deployment deployment = count.deployment;
                count.nation =
                        of(checks, loader.findReference(Nation.class, deployment.nation), count.nation, "nation");
                count.mission =
                        of(checks, loader.findReference(Mission.class, deployment.mission), count.mission, "mission");
                count.battalion = of(
                        checks,
                        loader.findReference(Battalion.class, deployment.battalion),
                        count.battalion,
                        "battalion");
            }
        }
        checks.serves(count.battalion, count.mission);
    }

    /** What a deployment says of itself, which the input must not deny. */
    private static <T extends BaseEntity> T of(InputValidator checks, T ofDeployment, T given, String field) {
        if (given != null && ofDeployment != null && !given.pk.equals(ofDeployment.pk)) {
            checks.fault(
                    UserErrorCode.INVALID,
                    "the deployment has another %s; leave it out, or name another deployment".formatted(field),
                    field);
        }
        return ofDeployment == null ? given : ofDeployment;
    }

    private static OffsetDateTime now() {
        // as exact as the database keeps it
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
