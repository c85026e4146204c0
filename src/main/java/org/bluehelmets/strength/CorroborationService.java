package org.bluehelmets.strength;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;

/**
 * Compares personnel counts of other sources with the official reports. Queries are batched: the number of statements
 * depends on the kinds of counts, not on their number.
 */
@ApplicationScoped
class CorroborationService {

    /** A planned count is compared with the first report up to this number of months after the planned month. */
    private static final int MAX_MONTHS_AFTER_PLAN = 6;

    private final EntityLoader loader;
    private final StrengthBreakdownLoader breakdowns;
    private final ContingentLoader contingents;

    CorroborationService(EntityLoader loader, StrengthBreakdownLoader breakdowns, ContingentLoader contingents) {
        this.loader = loader;
        this.breakdowns = breakdowns;
        this.contingents = contingents;
    }

    /**
     * Compares a personnel count with the official report.
     *
     * @param isReported whether the official reports cover the mission of the count
     */
    CompletionStage<Corroboration> compare(
            PersonnelCount count, OfficialReports.Calendar calendar, boolean isReported) {
        List<String> missionsInNote = count.mission == null ? missionNames().findIn(count.note) : List.of();
        CompletionStage<ReasonText> text = loader.loadReference(Nation.class, count.nation)
                .thenCombine(
                        loader.loadReference(Mission.class, count.mission),
                        (nation, mission) -> new ReasonText(count, nation, mission, missionsInNote));
        Optional<NotComparableReason> notComparable = NotComparableReason.find(count, isReported, missionsInNote);
        if (notComparable.isPresent()) {
            return text.thenApply(reason ->
                    Corroboration.withoutTotal(Verdict.NOT_COMPARABLE, reason.notComparable(notComparable.get())));
        }
        Scope scope = new Scope(
                count.nation == null ? null : count.nation.pk, count.mission == null ? null : count.mission.pk);
        YearMonth first = YearMonth.from(count.asOf.date);
        YearMonth last = count.status == CountStatus.PLANNED ? first.plusMonths(MAX_MONTHS_AFTER_PLAN) : first;
        Optional<OfficialReport> report = calendar.findFirst(first, last, scope);
        if (report.isEmpty()) {
            boolean byNation =
                    calendar.findFirst(first, last, scope.withoutMission()).isPresent();
            return text.thenApply(reason ->
                    Corroboration.withoutTotal(Verdict.NO_OFFICIAL_REPORT, reason.noReport(first, last, byNation)));
        }
        LocalDate reportedOn = report.get().reportedOn();
        CompletionStage<Integer> official = breakdowns
                .load(new StrengthBreakdownLoader.Key(scope, reportedOn))
                .thenApply(breakdown -> breakdown.total(count.category));
        if (!NotComparableReason.isUnitCount(count)) {
            return official.thenCombine(text, (total, reason) -> compareTotal(count, total, reportedOn, reason));
        }
        // Requests all data before any is read, so that one batch covers all counts.
        CompletionStage<Contingents> contingentsInMission = contingents.load(scope.nationPk(), scope.missionPk());
        return official.thenCombine(text, (total, reason) -> Map.entry(total, reason))
                .thenCombine(
                        contingentsInMission,
                        (compared, known) ->
                                compareUnit(count, compared.getKey(), reportedOn, compared.getValue(), known));
    }

    /** Compares a count that covers the same people as the official total. */
    private static Corroboration compareTotal(
            PersonnelCount count, int official, LocalDate reportedOn, ReasonText reason) {
        Verdict verdict = Corroboration.verdict(count.total, count.precision, official);
        return Corroboration.of(
                verdict, reason.compared(verdict, null, official, reportedOn), count.total, official, reportedOn);
    }

    /** Compares a count of one contingent; not comparable if the official total may include another contingent. */
    private static Corroboration compareUnit(
            PersonnelCount count,
            int official,
            LocalDate reportedOn,
            ReasonText reason,
            Contingents contingentsInMission) {
        String part = contingentsInMission.name(count);
        Verdict verdict = Corroboration.verdictOnUnit(count.total, count.precision, official);
        Optional<String> other = contingentsInMission
                .findOther(count, YearMonth.from(reportedOn))
                .map(contingentsInMission::name);
        String sentence;
        if (other.isPresent()) {
            verdict = Verdict.NOT_COMPARABLE;
            sentence = reason.mayIncludeOther(part, other.get(), official, reportedOn);
        } else if (verdict == Verdict.NOT_COMPARABLE) {
            sentence = reason.totalIsHigher(part, official, reportedOn);
        } else {
            sentence = reason.compared(verdict, part, official, reportedOn);
        }
        return Corroboration.of(verdict, sentence, count.total, official, reportedOn);
    }

    private MissionNameMatcher missionNames() {
        return loader.memoize(
                MissionNameMatcher.class,
                () -> new MissionNameMatcher(loader.query("select m.acronym, m.name from Mission m", Map.of()).stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]))));
    }
}
