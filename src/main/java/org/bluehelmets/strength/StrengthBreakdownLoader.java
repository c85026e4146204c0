package org.bluehelmets.strength;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.MonthlyReport;
import org.bluehelmets.model.PersonnelCategory;

/** Loads sums of official counts by category, with one statement for many scopes. */
@ApplicationScoped
class StrengthBreakdownLoader {

    /** Up to this number of days, reading by date is cheaper than reading all reports of a nation or mission. */
    private static final int MAX_DAYS_BY_DATE = 3;

    private static final Scope.Shape NO_SCOPE_COLUMNS = new Scope(null, null).shape();

    // "+ 0" and year() keep the H2 planner from a slow index: for a list of nations it would read all of their reports,
    // and for a list and a range every entry of an index that contains both columns.

    /** Reads single days from the index by date, which covers all columns of the query. */
    private static final String BY_DAY = """
            select sum(c.total), sum(c.women), sum(c.men), count(*) - count(c.women), c.asOf.date, c.category%1$s
            from Source s join MonthlyReport r on r.source = s
              join PersonnelCount c on c.asOf.date = r.reportedOn and c.source = s
            where s.key = :source and any_of(r.reportedOn, :days)%2$s
            group by c.asOf.date, c.category%1$s""";

    /** Reads years of reports by nation. */
    private static final String BY_NATION = """
            select sum(c.total), sum(c.women), sum(c.men), count(*) - count(c.women), c.asOf.date, c.category%1$s
            from Nation n join PersonnelCount c on c.nation = n join c.source s
            where s.key = :source and year(c.asOf.date) between :firstYear and :lastYear%2$s
            group by c.asOf.date, c.category%1$s""";

    /** Reads years of reports by mission. */
    private static final String BY_MISSION = BY_NATION.replace(
            "Nation n join PersonnelCount c on c.nation = n", "Mission m join PersonnelCount c on c.mission = m");

    /** Identifies one scope in one report. */
    record Key(Scope scope, LocalDate reportedOn) {}

    private record Request(Scope scope, List<LocalDate> days) {}

    private record StatementKey(Scope.Shape shape, List<LocalDate> days) {}

    private final EntityLoader loader;

    StrengthBreakdownLoader(EntityLoader loader) {
        this.loader = loader;
    }

    /**
     * Loads the breakdowns of a scope by the days of the reports. One statement reads all scopes that have the same
     * shape and days, such as those of one GraphQL field.
     */
    CompletionStage<Map<LocalDate, StrengthBreakdown>> load(Scope scope, Collection<LocalDate> days) {
        return loader.loadBatched("strength", new Request(scope, List.copyOf(days)), this::readRequests);
    }

    private Map<Request, Map<LocalDate, StrengthBreakdown>> readRequests(Set<Request> requests) {
        Map<Request, Map<LocalDate, StrengthBreakdown>> found = new HashMap<>();
        requests.stream()
                .collect(groupingBy(each -> new StatementKey(each.scope.shape(), each.days)))
                .forEach((statement, group) -> {
                    Map<Scope, Map<LocalDate, StrengthBreakdown>> read =
                            read(statement.shape, map(group, Request::scope), statement.days);
                    group.forEach(each -> found.put(each, read.getOrDefault(each.scope, Map.of())));
                });
        return found;
    }

    /**
     * Loads the breakdown of one scope in one report. One statement reads all scopes of one shape, for any number of
     * reports.
     */
    CompletionStage<StrengthBreakdown> load(Key key) {
        return loader.loadBatched("corroboration", key, this::readKeys);
    }

    private Map<Key, StrengthBreakdown> readKeys(Set<Key> keys) {
        Map<Key, StrengthBreakdown> found = new HashMap<>();
        keys.stream().collect(groupingBy(key -> key.scope.shape())).forEach((shape, group) -> {
            Map<Scope, Map<LocalDate, StrengthBreakdown>> read =
                    read(shape, map(group, Key::scope), new TreeSet<>(map(group, Key::reportedOn)));
            group.forEach(key -> found.put(
                    key, read.getOrDefault(key.scope, Map.of()).getOrDefault(key.reportedOn, StrengthBreakdown.EMPTY)));
        });
        return found;
    }

    private Map<Scope, Map<LocalDate, StrengthBreakdown>> read(
            Scope.Shape shape, Set<Scope> scopes, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("source", MonthlyReport.SOURCE));
        String hql;
        if (days.size() <= MAX_DAYS_BY_DATE || shape.equals(NO_SCOPE_COLUMNS)) {
            hql = BY_DAY;
            parameters.put("days", days.toArray(new LocalDate[0]));
        } else {
            hql = shape.byNation() ? BY_NATION : BY_MISSION;
            parameters.put("firstYear", Collections.min(days).getYear());
            parameters.put("lastYear", Collections.max(days).getYear());
        }
        String columns = "";
        String conditions = "";
        if (shape.byNation()) {
            columns += ", c.nation.pk";
            conditions += " and any_of(%s, :nations)".formatted(hql.equals(BY_NATION) ? "n.pk" : "c.nation.pk + 0");
            parameters.put("nations", keys(scopes, Scope::nationPk));
        }
        if (shape.byMission()) {
            columns += ", c.mission.pk";
            conditions += " and any_of(%s, :missions)".formatted(hql.equals(BY_MISSION) ? "m.pk" : "c.mission.pk + 0");
            parameters.put("missions", keys(scopes, Scope::missionPk));
        }
        Map<Scope, Map<LocalDate, StrengthBreakdown>> found = new HashMap<>();
        for (Object[] row : loader.query(hql.formatted(columns, conditions), parameters)) {
            Long nation = shape.byNation() ? (Long) row[6] : null;
            Long mission = shape.byMission() ? (Long) row[shape.byNation() ? 7 : 6] : null;
            found.computeIfAbsent(new Scope(nation, mission), scope -> new HashMap<>())
                    .computeIfAbsent(
                            (LocalDate) row[4], day -> new StrengthBreakdown(new EnumMap<>(PersonnelCategory.class)))
                    .byCategory()
                    .put(
                            (PersonnelCategory) row[5],
                            Headcount.of((Number) row[0], (Number) row[1], (Number) row[2], (Number) row[3]));
        }
        return found;
    }

    private static Long[] keys(Set<Scope> scopes, Function<Scope, Long> key) {
        return scopes.stream()
                .map(key)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }

    private static <A, B> Set<B> map(Collection<A> all, Function<A, B> function) {
        return all.stream().map(function).collect(toSet());
    }
}
