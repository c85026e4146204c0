package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** What a mission is, and whether the United Nations runs it. */
@Description("What a mission is, and whether the United Nations runs it.")
public enum MissionKind {
    @Description("One of the United Nations' peacekeeping operations, of which there were 71 from 1948 to 2026.")
    PEACEKEEPING,
    @Description(
            "A special political mission of the United Nations. It is no peacekeeping operation, though nations may"
                    + " contribute military and police personnel to it.")
    SPECIAL_POLITICAL,
    @Description("A support office of the United Nations, such as UNSOS, or another of its offices that is neither a"
            + " peacekeeping operation nor a political mission.")
    SUPPORT,
    @Description("An operation of a coalition or of another organisation.")
    NON_UN
}
