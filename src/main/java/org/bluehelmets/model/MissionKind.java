package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Kind of mission, which also tells whether the UN runs it. */
@Description("Kind of mission, which also tells whether the UN runs it.")
public enum MissionKind {
    @Description("UN peacekeeping operation. There were 71 from 1948 to 2026.")
    PEACEKEEPING,
    @Description("UN special political mission. It is not a peacekeeping operation, but countries may contribute"
            + " military and police personnel to it.")
    SPECIAL_POLITICAL,
    @Description("UN support office, such as UNSOS, or another UN office that is neither a peacekeeping operation"
            + " nor a special political mission.")
    SUPPORT,
    @Description("Operation of a coalition or of an organisation other than the UN.")
    NON_UN
}
