package org.bluehelmets.strength;

import static java.util.concurrent.CompletableFuture.completedFuture;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.MissionKind;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.query.BadUserInputException;
import org.bluehelmets.query.EntityDescriptor;

/**
 * What the official monthly reports say of nations and missions. Only they are added up; figures of other sources are
 * compared with them.
 *
 * <p>A report is of all nations and missions: of whom it says nothing, it counts nobody. Missions of others than the
 * UN are not in it.
 */
@ApplicationScoped
public class OfficialFigures {

    private final EntityLoader loader;
    private final OfficialReports reports;
    private final StrengthBreakdowns compositions;
    private final Rankings rankings;
    private final Corroborations corroborations;

    OfficialFigures(
            EntityLoader loader,
            OfficialReports reports,
            StrengthBreakdowns compositions,
            Rankings rankings,
            Corroborations corroborations) {
        this.loader = loader;
        this.reports = reports;
        this.compositions = compositions;
        this.rankings = rankings;
        this.corroborations = corroborations;
    }

    /**
     * Whose figures are asked for.
     *
     * @param scope null where no report can say anything of them
     */
    public record Whose(Scope scope) {
        static final Whose NOBODY = new Whose(null);
    }

    /** A nation's or, for null, all nations' figures, in a mission or, for null, in all of them. */
    public Whose whose(Nation nation, Mission mission) {
        boolean reported = mission == null || mission.kind != MissionKind.NON_UN;
        return reported
                ? new Whose(new Scope(nation == null ? null : nation.pk, mission == null ? null : mission.pk))
                : Whose.NOBODY;
    }

    /** Like {@link #whose(Nation, Mission)}, with a mission by its acronym, in any case; nobody's where it is unknown. */
    public Whose whose(Nation nation, String acronym) {
        Mission mission = acronym == null ? null : loader.findByKey(EntityDescriptor.MISSIONS, upper(acronym));
        return acronym != null && mission == null ? Whose.NOBODY : whose(nation, mission);
    }

    /** Like {@link #whose(Nation, String)}, with a nation by its code, in any case; nobody's where it is unknown. */
    public Whose whose(String code, String acronym) {
        Nation nation = code == null ? null : loader.findByKey(EntityDescriptor.NATIONS, upper(code));
        return code != null && nation == null ? Whose.NOBODY : whose(nation, acronym);
    }

    private static String upper(String key) {
        return TextFolding.upperCaseKey(key);
    }

    /** The strength by the last report on or before a day, the last of all without a day; null where there is none. */
    public CompletionStage<Strength> strength(Whose whose, LocalDate on) {
        return asOf(
                whose,
                on,
                null,
                (scope, report) -> compositions
                        .of(scope, List.of(report.on()))
                        .thenApply(found -> Strength.of(
                                report,
                                found.getOrDefault(report.on(), StrengthBreakdown.NOBODY),
                                reports.calendar().source())));
    }

    /**
     * The strength by the last report of each period.
     *
     * @throws BadUserInputException where the first day lies after the last
     */
    public CompletionStage<List<StrengthPoint>> series(Whose whose, LocalDate from, LocalDate to, Interval interval) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadUserInputException(
                    "from is %s, after to, %s; give the earlier day as from".formatted(from, to));
        }
        Scope scope = whose.scope();
        if (scope == null) {
            return completedFuture(List.of());
        }
        Map<LocalDate, OfficialReport> periods =
                reports.calendar().periods(from, to, interval == null ? Interval.MONTH : interval, scope);
        List<LocalDate> days = periods.values().stream().map(OfficialReport::on).toList();
        return compositions
                .of(scope, days)
                .thenApply(found -> periods.entrySet().stream()
                        .map(period -> StrengthPoint.of(
                                period.getKey(),
                                period.getValue(),
                                found.getOrDefault(period.getValue().on(), StrengthBreakdown.NOBODY)))
                        .toList());
    }

    /** The contributors by the last report on or before a day. */
    public CompletionStage<Ranking> ranking(Whose whose, LocalDate on) {
        return asOf(
                whose,
                on,
                Ranking.NONE,
                (scope, report) -> rankings.of(scope.mission(), report.on())
                        .thenApply(ranking -> report.incomplete() ? ranking.ofIncompleteReport() : ranking));
    }

    /** A nation's rank by the last report on or before a day; null where it contributes nobody. */
    public CompletionStage<Integer> rank(Nation nation, Whose whose, LocalDate on) {
        return ranking(whose, on)
                .thenApply(
                        ranking -> ranking.of(nation.pk).map(Contributor::rank).orElse(null));
    }

    private interface Answer<T> {
        CompletionStage<T> of(Scope scope, OfficialReport report);
    }

    private <T> CompletionStage<T> asOf(Whose whose, LocalDate on, T absent, Answer<T> answer) {
        Scope scope = whose.scope();
        if (scope == null) {
            return completedFuture(absent);
        }
        return reports.calendar()
                .asOf(on, scope)
                .map(report -> answer.of(scope, report))
                .orElseGet(() -> completedFuture(absent));
    }

    /** How a figure compares with the official report; null for official figures themselves. */
    public CompletionStage<Corroboration> corroboration(PersonnelCount figure) {
        OfficialReports.Calendar calendar = reports.calendar();
        if (calendar.source() != null && calendar.source().pk.equals(figure.source.pk)) {
            return completedFuture(null);
        }
        boolean reported = figure.mission == null || !missionsOfOthers().contains(figure.mission.pk);
        return corroborations.of(figure, calendar, reported);
    }

    /** Missions that the UN does not run, and does not report. */
    private Set<Long> missionsOfOthers() {
        return loader.memoize(
                "missions of others",
                () ->
                        loader
                                .query(
                                        "select m.pk from Mission m where m.kind = :kind",
                                        Map.of("kind", MissionKind.NON_UN))
                                .stream()
                                .map(row -> (Long) row[0])
                                .collect(Collectors.toSet()));
    }
}
