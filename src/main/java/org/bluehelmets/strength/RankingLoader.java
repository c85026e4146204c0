package org.bluehelmets.strength;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.MonthlyReport;

/** Loads rankings of contributing countries, for many missions with one statement. */
@ApplicationScoped
class RankingLoader {

    private record Key(Long mission, LocalDate reportedOn) {}

    private record StatementKey(boolean byMission, LocalDate reportedOn) {}

    private final EntityLoader loader;

    RankingLoader(EntityLoader loader) {
        this.loader = loader;
    }

    /** @param mission the surrogate key of a mission; null for all UN missions together */
    CompletionStage<Ranking> load(Long mission, LocalDate reportedOn) {
        return loader.loadBatched("contributors", new Key(mission, reportedOn), this::read);
    }

    private Map<Key, Ranking> read(Set<Key> keys) {
        Map<Key, Ranking> found = new HashMap<>();
        keys.stream()
                .collect(groupingBy(key -> new StatementKey(key.mission != null, key.reportedOn)))
                .forEach((statement, group) -> {
                    Long[] missions = group.stream().map(Key::mission).toArray(Long[]::new);
                    Map<Long, List<Ranking.Unranked>> read = read(statement, missions);
                    group.forEach(key ->
                            found.put(key, Ranking.of(key.reportedOn, read.getOrDefault(key.mission, List.of()))));
                });
        return found;
    }

    private Map<Long, List<Ranking.Unranked>> read(StatementKey statement, Long[] missions) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("source", MonthlyReport.SOURCE, "day", statement.reportedOn));
        if (statement.byMission) {
            parameters.put("missions", missions);
        }
        // "+ 0" for the same reason as in StrengthBreakdownLoader. A nation with a total of 0 is no contributor.
        String hql = """
                select n.pk, n.code, sum(c.total) as people, sum(c.women), sum(c.men), count(*) - count(c.women)%1$s
                from Source s join PersonnelCount c on c.source = s and c.asOf.date = :day join c.nation n
                where s.key = :source%2$s
                group by n.pk, n.code%1$s
                having sum(c.total) > 0
                order by people desc, n.code""".formatted(
                        statement.byMission ? ", c.mission.pk" : "",
                        statement.byMission ? " and any_of(c.mission.pk + 0, :missions)" : "");
        Map<Long, List<Ranking.Unranked>> found = new HashMap<>();
        for (Object[] row : loader.query(hql, parameters)) {
            found.computeIfAbsent(statement.byMission ? (Long) row[6] : null, mission -> new ArrayList<>())
                    .add(new Ranking.Unranked(
                            (Long) row[0],
                            (String) row[1],
                            Headcount.of((Number) row[2], (Number) row[3], (Number) row[4], (Number) row[5])));
        }
        return found;
    }
}
