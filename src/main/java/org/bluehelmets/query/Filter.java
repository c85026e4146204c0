package org.bluehelmets.query;

/** What a client asks of the rows of a list. All conditions of a filter hold together. */
public interface Filter {

    /** Adds this filter's conditions on the row that {@code where} speaks of. */
    void conditions(FilterSqlBuilder where);
}
