package org.bluehelmets.strength;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.bluehelmets.loading.Loading;
import org.bluehelmets.model.PersonnelCategory;

/** Adds up official counts, in the database and for many at once. */
@ApplicationScoped
class Compositions {

    /** What one report says of one scope. */
    record Key(Scope scope, LocalDate reportedOn) {}

    private record Asked(Scope scope, List<LocalDate> days) {}

    private record SameStatement(Scope.Shape shape, List<LocalDate> days) {}

    private final Loading loading;
    private final OfficialReports reports;

    Compositions(Loading loading, OfficialReports reports) {
        this.loading = loading;
        this.reports = reports;
    }

    /**
     * What reports say of a scope, by their days. Read by one statement for all scopes of one shape whose fields ask
     * for the same reports, as they do in one field of a document.
     */
    CompletionStage<Map<LocalDate, Composition>> of(Scope scope, Collection<LocalDate> days) {
        return loading.batched("strength", new Asked(scope, List.copyOf(days)), this::readAsked);
    }

    private Map<Asked, Map<LocalDate, Composition>> readAsked(Set<Asked> asked) {
        Map<Asked, Map<LocalDate, Composition>> found = new HashMap<>();
        asked.stream()
                .collect(groupingBy(each -> new SameStatement(each.scope.shape(), each.days)))
                .forEach((statement, group) -> {
                    Map<Scope, Map<LocalDate, Composition>> read =
                            read(statement.shape, map(group, Asked::scope), statement.days);
                    group.forEach(each -> found.put(each, read.getOrDefault(each.scope, Map.of())));
                });
        return found;
    }

    /**
     * What one report says of a scope, where every scope may ask for another report: the reports are read together,
     * so that there is one statement for each shape however many days there are.
     */
    CompletionStage<Composition> of(Key key) {
        return loading.batched("corroboration", key, this::readKeys);
    }

    private Map<Key, Composition> readKeys(Set<Key> keys) {
        Map<Key, Composition> found = new HashMap<>();
        keys.stream().collect(groupingBy(key -> key.scope.shape())).forEach((shape, group) -> {
            Map<Scope, Map<LocalDate, Composition>> read =
                    read(shape, map(group, Key::scope), new TreeSet<>(map(group, Key::reportedOn)));
            group.forEach(key -> found.put(
                    key, read.getOrDefault(key.scope, Map.of()).getOrDefault(key.reportedOn, Composition.NOBODY)));
        });
        return found;
    }

    private Map<Scope, Map<LocalDate, Composition>> read(
            Scope.Shape shape, Set<Scope> scopes, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        List<String> columns = new ArrayList<>(List.of("c.asOf.date", "c.category"));
        StringBuilder conditions = new StringBuilder();
        if (shape.byNation()) {
            columns.add("c.nation.pk");
            conditions.append(" and any_of(c.nation.pk, :nations)");
            parameters.put("nations", keys(scopes, Scope::nation));
        }
        if (shape.byMission()) {
            columns.add("c.mission.pk");
            conditions.append(" and any_of(c.mission.pk, :missions)");
            parameters.put("missions", keys(scopes, Scope::mission));
        }
        // the bounds say nothing new, but an index that begins with the nation or the mission can use them
        String hql = """
                select sum(c.total), sum(c.women), sum(c.men), count(*) - count(c.women), %1$s
                from PersonnelCount c
                where c.source.pk = :source and any_of(c.asOf.date, :days) and c.asOf.date between :first and :last%2$s
                group by %1$s""".formatted(String.join(", ", columns), conditions);
        parameters.put("source", reports.calendar().source().pk);
        parameters.put("days", days.toArray(new LocalDate[0]));
        parameters.put("first", Collections.min(days));
        parameters.put("last", Collections.max(days));
        Map<Scope, Map<LocalDate, Composition>> found = new HashMap<>();
        for (Object[] row : loading.rows(hql, parameters)) {
            Long nation = shape.byNation() ? (Long) row[6] : null;
            Long mission = shape.byMission() ? (Long) row[shape.byNation() ? 7 : 6] : null;
            found.computeIfAbsent(new Scope(nation, mission), scope -> new HashMap<>())
                    .computeIfAbsent((LocalDate) row[4], day -> new Composition(new EnumMap<>(PersonnelCategory.class)))
                    .byCategory()
                    .put(
                            (PersonnelCategory) row[5],
                            People.of((Number) row[0], (Number) row[1], (Number) row[2], (Number) row[3]));
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
