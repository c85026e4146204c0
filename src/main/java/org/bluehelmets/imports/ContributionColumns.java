package org.bluehelmets.imports;

import java.util.List;

/** The column names of the contributions dataset, which the import reads and the export writes. */
final class ContributionColumns {

    static final String NATION_CODE = "isocode3";
    static final String NATION_M49 = "m49_code";
    static final String NATION_NAME = "contributing_country";
    static final String MISSION = "mission_acronym";
    static final String CATEGORY = "personnel_type";
    static final String WOMEN = "female_personnel";
    static final String MEN = "male_personnel";
    static final String DATE = "last_reporting_date";

    /** Whether the report of the row's month lacks rows. Only exports of this service have this column. */
    static final String INCOMPLETE = "report_incomplete";

    /** Nations are resolved by name if the file has no codes. */
    static final List<String> REQUIRED = List.of(NATION_NAME, MISSION, CATEGORY, WOMEN, MEN, DATE);

    static final List<String> OPTIONAL = List.of(NATION_CODE, NATION_M49, INCOMPLETE);

    private ContributionColumns() {}
}
