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

/** A page of contributing countries. */
@Description("A page of contributing countries.")
public class ContributorConnection {

    static final Sort<Contributor> LARGEST_FIRST = Sort.of(
            Contributor.class,
            SortKey.number("total", false, Contributor::total),
            SortKey.key("code", Contributor::code));

    /**
     * The arguments of the connection.
     *
     * @param after the cursor after which the page starts; null for the first page
     */
    record Arguments(int limit, Cursor after) {

        static Arguments of(Integer first, String after) {
            return new Arguments(
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

    static ContributorConnection of(Ranking ranking, Arguments arguments) {
        List<Contributor> remaining =
                ranking.contributors().stream().filter(arguments::comesAfter).toList();
        List<ContributorEdge> edges = remaining.stream()
                .limit(arguments.limit)
                .map(ContributorEdge::new)
                .toList();
        PageInfo pageInfo = new PageInfo(
                remaining.size() > edges.size(),
                arguments.after != null,
                edges.isEmpty() ? null : edges.get(0).getCursor(),
                edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
        return new ContributorConnection(ranking, edges, pageInfo);
    }

    @NonNull
    @Description("Contributing countries on this page with their ranks, numbers of people and cursors.")
    public List<@NonNull ContributorEdge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("Information about the page.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @NonNull
    @Description("Total number of contributing countries on all pages.")
    public Integer getTotalCount() {
        return ranking.contributors().size();
    }

    @Description("Day for which the official report holds. Null if no report covers the request.")
    public LocalDate getReportedOn() {
        return ranking.reportedOn();
    }

    @NonNull
    @Description("Whether the report is incomplete because some of its rows could not be read.")
    public Boolean getIncomplete() {
        return ranking.incomplete();
    }
}
