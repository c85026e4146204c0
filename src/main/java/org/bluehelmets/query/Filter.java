package org.bluehelmets.query;

/** A filter on the rows of a list. All its conditions must match. */
public interface Filter {

    /** Adds the conditions of this filter. */
    void appendTo(FilterSqlBuilder builder);
}
