package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Who runs a mission. */
@Description("Who runs a mission.")
public enum MissionKind {
    @Description("A United Nations peacekeeping operation.")
    UN,
    @Description("A mission of a coalition or of another organisation.")
    NON_UN
}
