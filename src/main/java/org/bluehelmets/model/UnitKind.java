package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** The size or role of a military unit. */
@Description("The size or role of a military unit.")
public enum UnitKind {
    @Description("A unit of several battalions.")
    REGIMENT,
    @Description("A unit of several companies, usually 500 to 900 people.")
    BATTALION,
    @Description("A unit of about 100 to 200 people, part of a battalion.")
    COMPANY,
    @Description("A force kept ready to reinforce others.")
    RESERVE
}
