package org.bluehelmets.api;

/** Descriptions of the arguments that all connections have. */
final class ArgumentDescriptions {

    static final String FILTER = "Filter. Returns everything if omitted.";
    static final String ORDER_BY = "Sort order. Later entries break the ties of earlier ones.";
    static final String FIRST = "Number of items from the start, 0 to 100. Defaults to 20 if last is omitted too.";
    static final String FIRST_ONLY = "Number of items from the start, 0 to 100. Defaults to 20.";
    static final String AFTER = "Cursor after which the page starts.";
    static final String LAST = "Number of items from the end, 0 to 100.";
    static final String BEFORE = "Cursor before which the page ends.";

    private ArgumentDescriptions() {}
}
