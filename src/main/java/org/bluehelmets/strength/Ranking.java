package org.bluehelmets.strength;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contributors of one report, the largest first.
 *
 * @param reportedOn the day that the report holds for; null where no report covers what was asked
 * @param incomplete whether rows of the report could not be read and were skipped
 */
public record Ranking(LocalDate reportedOn, boolean incomplete, List<Contributor> contributors) {

    static final Ranking NONE = new Ranking(null, false, List.of());

    /** A nation and its people, not ranked yet. */
    record Unranked(long nation, String code, Headcount people) {}

    /** @param contributors in their order */
    static Ranking of(LocalDate reportedOn, List<Unranked> contributors) {
        long all = contributors.stream().mapToLong(each -> each.people.total()).sum();
        List<Contributor> ranked = new ArrayList<>();
        for (Unranked each : contributors) {
            Contributor before = ranked.isEmpty() ? null : ranked.get(ranked.size() - 1);
            boolean tied = before != null && before.total() == each.people.total();
            ranked.add(new Contributor(
                    each.nation,
                    each.code,
                    tied ? before.rank() : ranked.size() + 1,
                    each.people.total(),
                    each.people.women(),
                    each.people.men(),
                    (double) each.people.total() / all));
        }
        return new Ranking(reportedOn, false, List.copyOf(ranked));
    }

    Ranking ofIncompleteReport() {
        return new Ranking(reportedOn, true, contributors);
    }

    /** The place of a nation; empty where it contributes nobody. */
    public Optional<Contributor> of(long nation) {
        return contributors.stream()
                .filter(contributor -> contributor.nation() == nation)
                .findFirst();
    }
}
