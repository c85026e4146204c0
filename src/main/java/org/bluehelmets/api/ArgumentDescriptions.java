package org.bluehelmets.api;

/** What the arguments of connections mean, for the schema. */
final class ArgumentDescriptions {

    static final String FILTER = "Which ones; all of them without a filter.";
    static final String ORDER_BY = "In which order; ties in the first are broken by the next.";
    static final String FIRST = "How many from the start, 0 to 100; 20 where neither first nor last is given.";
    static final String FIRST_ONLY = "How many from the start, 0 to 100; 20 without it.";
    static final String AFTER = "Only those after this cursor.";
    static final String LAST = "How many from the end, 0 to 100.";
    static final String BEFORE = "Only those before this cursor.";

    private ArgumentDescriptions() {}
}
