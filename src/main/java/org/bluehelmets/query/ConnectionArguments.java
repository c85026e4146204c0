package org.bluehelmets.query;

/**
 * The paging arguments of a Relay connection, not validated yet.
 *
 * @param first the number of rows from the start of the list
 * @param after the cursor before the first row
 * @param last the number of rows from the end of the list
 * @param before the cursor after the last row
 */
public record ConnectionArguments(Integer first, String after, Integer last, String before) {

    /**
     * The maximum number of rows.
     *
     * @throws BadUserInputException if the arguments are out of range or cannot be combined
     */
    int limit() {
        if (first != null && last != null) {
            throw new BadUserInputException("`first` and `last` cannot be combined. Use only one of them.");
        }
        if (last != null) {
            return size("last", last);
        }
        return first == null ? PageRequest.DEFAULT_SIZE : size("first", first);
    }

    /**
     * Validates a page size.
     *
     * @throws BadUserInputException if the size is negative or greater than {@link PageRequest#MAX_SIZE}
     */
    public static int size(String argument, int size) {
        if (size < 0 || size > PageRequest.MAX_SIZE) {
            throw new BadUserInputException(
                    "`%s` must be between 0 and %s, but was %s.".formatted(argument, PageRequest.MAX_SIZE, size));
        }
        return size;
    }
}
