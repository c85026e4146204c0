package org.bluehelmets.strength;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.PersonnelCategory;

/** Loads contingents of countries in missions with three statements, for any number of personnel counts. */
@ApplicationScoped
class ContingentLoader {

    private static final String DEPLOYMENTS = """
            select d, c.category, c.status, c.asOf.date, c.asOf.precision
            from Deployment d left join PersonnelCount c on c.deployment = d
            where any_of(d.nation.pk, :nations) and any_of(d.mission.pk, :missions)
            order by d.key""";

    // "+ 0" makes the H2 planner use the index on the unit, which few rows have, and not that on nation or mission.

    /** Personnel counts of a unit without a deployment. */
    private static final String UNIT_COUNTS = """
            select b.pk, c.category, c.status, c.asOf.date, c.asOf.precision, c.nation.pk, c.mission.pk
            from Battalion b join PersonnelCount c on c.battalion = b
            where c.deployment is null
              and any_of(c.nation.pk + 0, :nations) and any_of(c.mission.pk + 0, :missions)
            order by b.key""";

    /** The surrogate keys of a nation and a mission. */
    private record Key(Long nation, Long mission) {}

    private final EntityLoader loader;

    ContingentLoader(EntityLoader loader) {
        this.loader = loader;
    }

    /** Loads the contingents of a nation in a mission. */
    CompletionStage<Contingents> load(Long nation, Long mission) {
        return loader.loadBatched("contingents", new Key(nation, mission), this::read);
    }

    private Map<Key, Contingents> read(Set<Key> keys) {
        Map<String, Object> parameters =
                Map.of("nations", distinct(keys, Key::nation), "missions", distinct(keys, Key::mission));
        Map<Key, Map<Long, Contingent>> deployments = new HashMap<>();
        for (Object[] row : loader.query(DEPLOYMENTS, parameters)) {
            Deployment deployment = (Deployment) row[0];
            add(
                    deployments.computeIfAbsent(
                            new Key(deployment.nation.pk, deployment.mission.pk), key -> new LinkedHashMap<>()),
                    deployment.pk,
                    of(deployment),
                    row);
        }
        Map<Key, Map<Long, Contingent>> units = new HashMap<>();
        for (Object[] row : loader.query(UNIT_COUNTS, parameters)) {
            Long unit = (Long) row[0];
            add(
                    units.computeIfAbsent(new Key((Long) row[5], (Long) row[6]), key -> new LinkedHashMap<>()),
                    unit,
                    new Contingent(null, unit, null, null, null, null, categories(), new HashSet<>()),
                    row);
        }
        UnitHierarchy tree = units();
        Map<Key, Contingents> found = new HashMap<>();
        for (Key key : keys) {
            List<Contingent> all = new ArrayList<>();
            all.addAll(deployments.getOrDefault(key, Map.of()).values());
            all.addAll(units.getOrDefault(key, Map.of()).values());
            found.put(key, new Contingents(all, tree));
        }
        return found;
    }

    /** Adds the personnel count of a row to its contingent, if the row has a count. */
    private static void add(Map<Long, Contingent> contingents, Long pk, Contingent contingent, Object[] row) {
        Contingent found = contingents.computeIfAbsent(pk, key -> contingent);
        if (row[1] != null) {
            found.categories().add((PersonnelCategory) row[1]);
            if (row[2] == CountStatus.DEPLOYED && row[4] != DatePrecision.YEAR) {
                found.deployedMonths().add(YearMonth.from((LocalDate) row[3]));
            }
        }
    }

    private static Contingent of(Deployment deployment) {
        return new Contingent(
                deployment.pk,
                deployment.battalion == null ? null : deployment.battalion.pk,
                deployment.rotation,
                deployment.status,
                deployment.startsOn,
                deployment.endsOn,
                categories(),
                new HashSet<>());
    }

    private static Set<PersonnelCategory> categories() {
        return EnumSet.noneOf(PersonnelCategory.class);
    }

    private UnitHierarchy units() {
        return loader.memoize(UnitHierarchy.class, () -> {
            Map<Long, UnitHierarchy.Unit> units = new HashMap<>();
            for (Object[] row : loader.query("select b.pk, b.name, b.parent.pk from Battalion b", Map.of())) {
                units.put((Long) row[0], new UnitHierarchy.Unit((String) row[1], (Long) row[2]));
            }
            return new UnitHierarchy(units);
        });
    }

    private static Long[] distinct(Set<Key> keys, Function<Key, Long> part) {
        return keys.stream().map(part).distinct().sorted().toArray(Long[]::new);
    }
}
