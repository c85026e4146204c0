package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** What kind of personnel a figure counts, in the words of the UN's monthly reports. */
@Description("What kind of personnel a figure counts, in the words of the UN's monthly reports.")
public enum PersonnelCategory {
    @Description("Members of formed military units.")
    TROOPS,
    @Description("Officers serving in a mission's headquarters.")
    STAFF_OFFICERS,
    @Description("Unarmed military observers, liaison officers and advisers.")
    EXPERTS_ON_MISSION,
    @Description("Police officers deployed one by one.")
    INDIVIDUAL_POLICE,
    @Description("Police deployed as whole units.")
    FORMED_POLICE_UNITS,
    @Description("All categories together.")
    ALL
}
