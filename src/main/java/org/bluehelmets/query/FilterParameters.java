package org.bluehelmets.query;

import java.util.List;

/** The bound values of a filter and of the filters nested in it, and the number of their conditions. */
final class FilterParameters {

    /**
     * The maximum number of conditions, including those of nested filters. Each value of a list counts as one. The limit
     * allows a list of all member states of the United Nations, and is far below the thousands at which databases fail.
     */
    private static final int MAX_CONDITIONS = 200;

    private final List<Object> values;
    private int conditions;

    FilterParameters(List<Object> values) {
        this.values = values;
    }

    /** Binds a value from the client, which counts as a condition. Returns the parameter. */
    String bind(Object value) {
        countCondition();
        return bindInternal(value instanceof Enum<?> constant ? constant.name() : value);
    }

    /** Binds a value that does not come from the client and does not count as a condition. Returns the parameter. */
    String bindInternal(Object value) {
        values.add(value);
        return ":f" + (values.size() - 1);
    }

    void countCondition() {
        if (++conditions > MAX_CONDITIONS) {
            throw new BadUserInputException("`filter` must not have more than " + MAX_CONDITIONS
                    + " conditions, including nested filters. Each value of a list counts as one condition.");
        }
    }

    /** The number of values bound so far. */
    int size() {
        return values.size();
    }

    /** Removes the values bound since the given size. */
    void truncate(int size) {
        values.subList(size, values.size()).clear();
    }
}
