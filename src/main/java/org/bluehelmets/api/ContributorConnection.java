package org.bluehelmets.api;

import java.time.LocalDate;
import java.util.List;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.Cursor;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.Sort;
import org.bluehelmets.query.SortKey;
import org.bluehelmets.strength.Contributor;
import org.bluehelmets.strength.Ranking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of the list of contributors. */
@Description("A page of the list of contributors.")
public class ContributorConnection {

    static final Sort<Contributor> LARGEST_FIRST = Sort.of(
            Contributor.class,
            SortKey.number("total", false, Contributor::total),
            SortKey.key("code", Contributor::code));

    /**
     * Which contributors a client wants.
     *
     * @param after the place that they come after; null for the first ones
     */
    record Wanted(int limit, Cursor after) {

        static Wanted of(Integer first, String after) {
            return new Wanted(
                    first == null ? PageRequest.DEFAULT_SIZE : ConnectionArguments.size("first", first),
                    after == null ? null : Cursor.decode("after", after, LARGEST_FIRST));
        }

        private boolean comesAfter(Contributor contributor) {
            if (after == null) {
                return true;
            }
            int total = (Integer) after.values().get(0);
            String code = (String) after.values().get(1);
            return contributor.total() < total
                    || contributor.total() == total && contributor.code().compareTo(code) > 0;
        }
    }

    private final Ranking ranking;
    private final List<ContributorEdge> edges;
    private final PageInfo pageInfo;

    private ContributorConnection(Ranking ranking, List<ContributorEdge> edges, PageInfo pageInfo) {
        this.ranking = ranking;
        this.edges = edges;
        this.pageInfo = pageInfo;
    }

    static ContributorConnection of(Ranking ranking, Wanted wanted) {
        List<Contributor> beyond =
                ranking.contributors().stream().filter(wanted::comesAfter).toList();
        List<ContributorEdge> edges =
                beyond.stream().limit(wanted.limit).map(ContributorEdge::new).toList();
        PageInfo pageInfo = new PageInfo(
                beyond.size() > edges.size(),
                wanted.after != null,
                edges.isEmpty() ? null : edges.get(0).getCursor(),
                edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
        return new ContributorConnection(ranking, edges, pageInfo);
    }

    @NonNull
    @Description("The nations with their places and numbers.")
    public List<@NonNull ContributorEdge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("What lies around this page.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @NonNull
    @Description("How many nations contribute, beyond this page.")
    public Integer getTotalCount() {
        return ranking.contributors().size();
    }

    @Description("The day that the report holds for; null where no report covers what was asked.")
    public LocalDate getReportedOn() {
        return ranking.reportedOn();
    }

    @NonNull
    @Description("Whether rows of that report could not be read and were skipped.")
    public Boolean getIncomplete() {
        return ranking.incomplete();
    }
}
