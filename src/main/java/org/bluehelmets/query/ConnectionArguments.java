package org.bluehelmets.query;

/**
 * Relay's paging arguments as they came.
 *
 * @param first the number of rows from the start
 * @param after the cursor that the rows come after
 * @param last the number of rows from the end
 * @param before the cursor that the rows come before
 */
public record ConnectionArguments(Integer first, String after, Integer last, String before) {

    int limit() {
        if (first != null && last != null) {
            throw new BadUserInputException("first and last contradict each other; give one of them");
        }
        if (last != null) {
            return size("last", last);
        }
        return first == null ? PageRequest.DEFAULT_SIZE : size("first", first);
    }

    /** @throws BadUserInputException where a client asks for less than nothing, or for more than the limit */
    public static int size(String argument, int size) {
        if (size < 0 || size > PageRequest.MAX_SIZE) {
            throw new BadUserInputException("%s is %s; ask for 0 to %s at a time, and for more by a cursor"
                    .formatted(argument, size, PageRequest.MAX_SIZE));
        }
        return size;
    }
}
