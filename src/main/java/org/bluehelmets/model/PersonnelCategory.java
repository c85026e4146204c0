package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Category of personnel, as the UN's monthly reports define it. */
@Description("Category of personnel, as the UN's monthly reports define it.")
public enum PersonnelCategory {
    @Description("Members of formed military units.")
    TROOPS,
    @Description("Officers who serve in a mission's headquarters.")
    STAFF_OFFICERS,
    @Description("Unarmed military observers, liaison officers and advisers.")
    EXPERTS_ON_MISSION,
    @Description("Police officers who are deployed individually.")
    INDIVIDUAL_POLICE,
    @Description("Police officers who are deployed as whole units.")
    FORMED_POLICE_UNITS,
    @Description("All categories together.")
    ALL
}
