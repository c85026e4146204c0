package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Size or role of a military unit. */
@Description("Size or role of a military unit.")
public enum UnitKind {
    @Description("Unit of several battalions.")
    REGIMENT,
    @Description("Unit of several companies, usually 500 to 900 people.")
    BATTALION,
    @Description("Unit of about 100 to 200 people, part of a battalion.")
    COMPANY,
    @Description("Force kept ready to reinforce others.")
    RESERVE
}
