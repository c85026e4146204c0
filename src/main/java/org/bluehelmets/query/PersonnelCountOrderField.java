package org.bluehelmets.query;

import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;

/** What personnel counts can be ordered by. */
@Description("What personnel counts can be ordered by.")
public enum PersonnelCountOrderField {
    @Description("By the date that the figure holds for.")
    AS_OF(SortKey.date("as_of", false, c -> c.asOf)),
    @Description("By the number of people.")
    TOTAL(SortKey.number("total", false, c -> c.total)),
    @Description("By the number of women.")
    WOMEN(SortKey.number("women", true, c -> c.women));

    final SortKey<PersonnelCount> key;

    PersonnelCountOrderField(SortKey<PersonnelCount> key) {
        this.key = key;
    }
}
