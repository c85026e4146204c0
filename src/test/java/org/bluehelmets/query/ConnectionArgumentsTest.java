package org.bluehelmets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows a slice asks for. */
class ConnectionArgumentsTest {

    @Test
    void twentyRowsComeWhereNoSizeIsGiven() {
        assertEquals(20, new ConnectionArguments(null, "a", null, "b").limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100})
    void upToAHundredRowsComeFromEitherEnd(int size) {
        assertEquals(size, new ConnectionArguments(size, null, null, null).limit());
        assertEquals(size, new ConnectionArguments(null, null, size, null).limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void otherSizesAreRefusedByName(int size) {
        assertEquals(
                "first is " + size + "; ask for 0 to 100 at a time, and for more by a cursor",
                refused(new ConnectionArguments(size, null, null, null)));
        assertEquals(
                "last is " + size + "; ask for 0 to 100 at a time, and for more by a cursor",
                refused(new ConnectionArguments(null, null, size, null)));
    }

    @Test
    void bothEndsAtOnceAreRefused() {
        assertEquals(
                "first and last contradict each other; give one of them",
                refused(new ConnectionArguments(1, null, 1, null)));
        assertEquals(
                "first and last contradict each other; give one of them",
                refused(new ConnectionArguments(0, null, 0, null)));
    }

    private static String refused(ConnectionArguments slice) {
        return assertThrows(BadUserInputException.class, slice::limit).getMessage();
    }
}
