package org.bluehelmets.strength;

import static java.util.concurrent.CompletableFuture.completedFuture;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Computes strength from the official monthly reports and compares personnel counts of other sources with them.
 *
 * <p>A report covers all contributing countries and all UN missions; what it does not list counts as 0. It does not
 * cover missions outside the UN.
 */
@ApplicationScoped
public class StrengthService {

    private final EntityLoader loader;
    private final OfficialReports reports;
    private final StrengthBreakdownLoader breakdowns;
    private final RankingLoader rankings;
    private final CorroborationService corroborations;

    StrengthService(
            EntityLoader loader,
            OfficialReports reports,
            StrengthBreakdownLoader breakdowns,
            RankingLoader rankings,
            CorroborationService corroborations) {
        this.loader = loader;
        this.reports = reports;
        this.breakdowns = breakdowns;
        this.rankings = rankings;
        this.corroborations = corroborations;
    }

    /**
     * Returns the scope of a nation and a mission; empty if the official reports do not cover the mission.
     *
     * @param nation null for all contributing countries together
     * @param mission null for all UN missions together
     */
    public Optional<Scope> scope(Nation nation, Mission mission) {
        if (mission != null && mission.kind == MissionKind.NON_UN) {
            return Optional.empty();
        }
        return Optional.of(new Scope(nation == null ? null : nation.pk, mission == null ? null : mission.pk));
    }

    /** Returns the scope of a nation and a mission acronym, case-insensitively; empty also if the mission is unknown. */
    public Optional<Scope> scope(Nation nation, String acronym) {
        Mission mission = acronym == null ? null : loader.findByKey(EntityDescriptor.MISSIONS, upper(acronym));
        return acronym != null && mission == null ? Optional.empty() : scope(nation, mission);
    }

    /** Returns the scope of a nation code and a mission acronym; empty also if either is unknown. */
    public Optional<Scope> scope(String code, String acronym) {
        Nation nation = code == null ? null : loader.findByKey(EntityDescriptor.NATIONS, upper(code));
        return code != null && nation == null ? Optional.empty() : scope(nation, acronym);
    }

    private static String upper(String key) {
        return TextFolding.upperCaseKey(key);
    }

    /**
     * Returns the strength in the last report on or before a day; null if there is none.
     *
     * @param on null for the last report
     */
    public CompletionStage<Strength> strength(Optional<Scope> scope, LocalDate on) {
        return readLatest(
                scope,
                on,
                null,
                (known, report) -> breakdowns
                        .load(known, List.of(report.reportedOn()))
                        .thenApply(found -> Strength.of(
                                report,
                                found.getOrDefault(report.reportedOn(), StrengthBreakdown.EMPTY),
                                reports.loadCalendar().source())));
    }

    /**
     * Returns the strength in the last report of each period.
     *
     * @throws BadUserInputException if {@code from} is after {@code to}
     */
    public CompletionStage<List<StrengthPoint>> series(
            Optional<Scope> scope, LocalDate from, LocalDate to, Interval interval) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadUserInputException(
                    "`from` must not be after `to`, but was %s and `to` was %s.".formatted(from, to));
        }
        if (scope.isEmpty()) {
            return completedFuture(List.of());
        }
        Map<LocalDate, OfficialReport> periods = reports.loadCalendar()
                .findLastByPeriod(from, to, interval == null ? Interval.MONTH : interval, scope.get());
        List<LocalDate> days =
                periods.values().stream().map(OfficialReport::reportedOn).toList();
        return breakdowns
                .load(scope.get(), days)
                .thenApply(found -> periods.entrySet().stream()
                        .map(period -> StrengthPoint.of(
                                period.getKey(),
                                period.getValue(),
                                found.getOrDefault(period.getValue().reportedOn(), StrengthBreakdown.EMPTY)))
                        .toList());
    }

    /** Ranks the contributing countries by the last report on or before a day. */
    public CompletionStage<Ranking> ranking(Optional<Scope> scope, LocalDate on) {
        return readLatest(
                scope,
                on,
                Ranking.EMPTY,
                (known, report) -> rankings.load(known.missionPk(), report.reportedOn())
                        .thenApply(ranking -> report.incomplete() ? ranking.withIncomplete() : ranking));
    }

    /** Returns a nation's rank in the last report on or before a day; null if it contributes no personnel. */
    public CompletionStage<Integer> rank(Nation nation, Optional<Scope> scope, LocalDate on) {
        return ranking(scope, on)
                .thenApply(ranking ->
                        ranking.find(nation.pk).map(Contributor::rank).orElse(null));
    }

    private interface ReportReader<T> {
        CompletionStage<T> read(Scope scope, OfficialReport report);
    }

    private <T> CompletionStage<T> readLatest(Optional<Scope> scope, LocalDate on, T absent, ReportReader<T> reader) {
        return scope.flatMap(
                        known -> reports.loadCalendar().findLatest(on, known).map(report -> reader.read(known, report)))
                .orElseGet(() -> completedFuture(absent));
    }

    /** Compares a personnel count with the official report; null for the counts of official reports. */
    public CompletionStage<Corroboration> corroboration(PersonnelCount count) {
        OfficialReports.Calendar calendar = reports.loadCalendar();
        if (calendar.source() != null && calendar.source().pk.equals(count.source.pk)) {
            return completedFuture(null);
        }
        boolean isReported = count.mission == null || !nonUnMissions().contains(count.mission.pk);
        return corroborations.compare(count, calendar, isReported);
    }

    /** The surrogate keys of the missions outside the UN, which official reports do not cover. */
    private Set<Long> nonUnMissions() {
        return loader.memoize(
                "non-UN missions",
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
