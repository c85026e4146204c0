package org.bluehelmets.query;

import org.eclipse.microprofile.graphql.Description;

/** Direction of a sort. */
@Description("Direction of a sort.")
public enum Direction {
    @Description("Ascending: smallest, earliest or alphabetically first value first.")
    ASC,
    @Description("Descending: largest, latest or alphabetically last value first.")
    DESC
}
