package org.bluehelmets.api;

import org.bluehelmets.query.Cursor;
import org.bluehelmets.strength.Contributor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A contributing country with its rank, number of people and cursor. */
@Description("A contributing country with its rank, number of people and cursor.")
public class ContributorEdge {

    private final Contributor contributor;

    ContributorEdge(Contributor contributor) {
        this.contributor = contributor;
    }

    final Contributor contributor() {
        return contributor;
    }

    @NonNull
    @Description("Cursor for the argument after. It stays valid when later reports are imported.")
    public String getCursor() {
        return Cursor.encode(ContributorConnection.LARGEST_FIRST, contributor);
    }

    @NonNull
    @Description("Rank by number of people; 1 is the largest contributor. Equal totals share a rank.")
    public Integer getRank() {
        return contributor.rank();
    }

    @NonNull
    @Description("Number of people, women and men together.")
    public Integer getTotal() {
        return contributor.total();
    }

    @Description("Number of women. Null if the report does not give gender.")
    public Integer getWomen() {
        return contributor.women();
    }

    @Description("Number of men. Null if the report does not give gender.")
    public Integer getMen() {
        return contributor.men();
    }

    @NonNull
    @Description("Share of the total of all contributing countries, 0 to 1.")
    public Double getShare() {
        return contributor.share();
    }
}
