package org.bluehelmets.query;

import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which personnel counts can be sorted. */
@Description("Fields by which personnel counts can be sorted.")
public enum PersonnelCountOrderField {
    @Description("Date for which the count holds.")
    AS_OF(SortKey.date("as_of", false, c -> c.asOf)),
    @Description("Number of people.")
    TOTAL(SortKey.number("total", false, c -> c.total)),
    @Description("Number of women.")
    WOMEN(SortKey.number("women", true, c -> c.women));

    final SortKey<PersonnelCount> key;

    PersonnelCountOrderField(SortKey<PersonnelCount> key) {
        this.key = key;
    }
}
