package org.bluehelmets.strength;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contributing countries of one report, largest first.
 *
 * @param reportedOn the day for which the report holds; null if no report covers the request
 * @param incomplete whether some rows of the report could not be read
 */
public record Ranking(LocalDate reportedOn, boolean incomplete, List<Contributor> contributors) {

    static final Ranking EMPTY = new Ranking(null, false, List.of());

    /** A nation and its headcount before ranking. */
    record Unranked(long nation, String code, Headcount headcount) {}

    /** @param contributors sorted by rank */
    static Ranking of(LocalDate reportedOn, List<Unranked> contributors) {
        long all =
                contributors.stream().mapToLong(each -> each.headcount.total()).sum();
        List<Contributor> ranked = new ArrayList<>();
        for (Unranked each : contributors) {
            Contributor before = ranked.isEmpty() ? null : ranked.get(ranked.size() - 1);
            boolean tied = before != null && before.total() == each.headcount.total();
            ranked.add(new Contributor(
                    each.nation,
                    each.code,
                    tied ? before.rank() : ranked.size() + 1,
                    each.headcount.total(),
                    each.headcount.women(),
                    each.headcount.men(),
                    (double) each.headcount.total() / all));
        }
        return new Ranking(reportedOn, false, List.copyOf(ranked));
    }

    Ranking withIncomplete() {
        return new Ranking(reportedOn, true, contributors);
    }

    /** Finds a nation in the ranking; empty if it contributes no personnel. */
    public Optional<Contributor> find(long nation) {
        return contributors.stream()
                .filter(contributor -> contributor.nation() == nation)
                .findFirst();
    }
}
