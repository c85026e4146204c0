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
 * Compares figures of other sources with the official reports. What it reads is batched: the number of statements
 * depends on the kinds of figures, not on how many there are.
 */
@ApplicationScoped
class Corroborations {

    /** A plan is compared with a report of its month or of one of so many months after it. */
    private static final int MONTHS_FOR_PLANS = 6;

    private final EntityLoader loader;
    private final StrengthBreakdowns compositions;
    private final ContingentLoader contingents;

    Corroborations(EntityLoader loader, StrengthBreakdowns compositions, ContingentLoader contingents) {
        this.loader = loader;
        this.compositions = compositions;
        this.contingents = contingents;
    }

    /**
     * Compares a figure.
     *
     * @param reported whether the official reports cover the figure's mission
     */
    CompletionStage<Corroboration> of(PersonnelCount figure, OfficialReports.Calendar calendar, boolean reported) {
        List<String> named = figure.mission == null ? missionNames().in(figure.note) : List.of();
        CompletionStage<ReasonText> text = loader.loadReference(Nation.class, figure.nation)
                .thenCombine(
                        loader.loadReference(Mission.class, figure.mission),
                        (nation, mission) -> new ReasonText(figure, nation, mission, named));
        Optional<NotComparableReason> obstacle = NotComparableReason.of(figure, reported, named);
        if (obstacle.isPresent()) {
            return text.thenApply(
                    reason -> Corroboration.without(Verdict.NOT_COMPARABLE, reason.obstacle(obstacle.get())));
        }
        Scope scope = new Scope(
                figure.nation == null ? null : figure.nation.pk, figure.mission == null ? null : figure.mission.pk);
        YearMonth first = YearMonth.from(figure.asOf.date);
        YearMonth last = figure.status == CountStatus.PLANNED ? first.plusMonths(MONTHS_FOR_PLANS) : first;
        Optional<OfficialReport> report = calendar.firstWithin(first, last, scope);
        if (report.isEmpty()) {
            boolean byNation =
                    calendar.firstWithin(first, last, scope.ofAllMissions()).isPresent();
            return text.thenApply(
                    reason -> Corroboration.without(Verdict.NO_OFFICIAL_REPORT, reason.missing(first, last, byNation)));
        }
        LocalDate reportedOn = report.get().on();
        CompletionStage<Integer> official = compositions
                .of(new StrengthBreakdowns.Key(scope, reportedOn))
                .thenApply(composition -> composition.total(figure.category));
        if (!NotComparableReason.isOfUnit(figure)) {
            return official.thenCombine(text, (total, reason) -> ofAll(figure, total, reportedOn, reason));
        }
        // all is asked for before any of it is read, so that it is read together with what other figures need
        CompletionStage<Contingents> inMission = contingents.of(scope.nation(), scope.mission());
        return official.thenCombine(text, (total, reason) -> Map.entry(total, reason))
                .thenCombine(
                        inMission,
                        (compared, known) -> ofPart(figure, compared.getKey(), reportedOn, compared.getValue(), known));
    }

    /** A figure of all that the official total counts. */
    private static Corroboration ofAll(PersonnelCount figure, int official, LocalDate reportedOn, ReasonText reason) {
        Verdict verdict = Corroboration.verdict(figure.total, figure.precision, official);
        return Corroboration.of(
                verdict, reason.compared(verdict, null, official, reportedOn), figure.total, official, reportedOn);
    }

    /** A figure of one contingent, which is compared only where the official total counts no other. */
    private static Corroboration ofPart(
            PersonnelCount figure, int official, LocalDate reportedOn, ReasonText reason, Contingents known) {
        String part = known.name(figure);
        Verdict verdict = Corroboration.verdictOnPart(figure.total, figure.precision, official);
        Optional<String> other = known.other(figure, YearMonth.from(reportedOn)).map(known::name);
        String sentence;
        if (other.isPresent()) {
            verdict = Verdict.NOT_COMPARABLE;
            sentence = reason.others(part, other.get(), official, reportedOn);
        } else if (verdict == Verdict.NOT_COMPARABLE) {
            sentence = reason.above(part, official, reportedOn);
        } else {
            sentence = reason.compared(verdict, part, official, reportedOn);
        }
        return Corroboration.of(verdict, sentence, figure.total, official, reportedOn);
    }

    private MissionNameMatcher missionNames() {
        return loader.memoize(
                MissionNameMatcher.class,
                () -> new MissionNameMatcher(loader.query("select m.acronym, m.name from Mission m", Map.of()).stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]))));
    }
}
