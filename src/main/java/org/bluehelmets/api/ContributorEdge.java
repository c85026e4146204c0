package org.bluehelmets.api;

import org.bluehelmets.query.Cursor;
import org.bluehelmets.strength.Contributor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A nation's place among contributors, and how many people it contributes. */
@Description("A nation's place among contributors, and how many people it contributes.")
public class ContributorEdge {

    private final Contributor contributor;

    ContributorEdge(Contributor contributor) {
        this.contributor = contributor;
    }

    final Contributor contributor() {
        return contributor;
    }

    @NonNull
    @Description("The place in the list, for after. It stays right when the next report comes.")
    public String getCursor() {
        return Cursor.encode(ContributorConnection.LARGEST_FIRST, contributor);
    }

    @NonNull
    @Description("1 for the largest contributor; equal totals share a rank.")
    public Integer getRank() {
        return contributor.rank();
    }

    @NonNull
    @Description("How many people, women and men together.")
    public Integer getTotal() {
        return contributor.total();
    }

    @Description("How many of them are women; null where gender is not reported.")
    public Integer getWomen() {
        return contributor.women();
    }

    @Description("How many of them are men; null where gender is not reported.")
    public Integer getMen() {
        return contributor.men();
    }

    @NonNull
    @Description("The share of all contributors' total, 0 to 1.")
    public Double getShare() {
        return contributor.share();
    }
}
