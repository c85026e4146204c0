package org.bluehelmets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page sizes of connections. */
class ConnectionArgumentsTest {

    @Test
    void returnsTwentyRowsByDefault() {
        assertEquals(20, new ConnectionArguments(null, "a", null, "b").limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100})
    void acceptsSizesUpTo100(int size) {
        assertEquals(size, new ConnectionArguments(size, null, null, null).limit());
        assertEquals(size, new ConnectionArguments(null, null, size, null).limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void rejectsSizesOutOfRange(int size) {
        assertEquals(
                "`first` must be between 0 and 100, but was " + size + ".",
                rejection(new ConnectionArguments(size, null, null, null)));
        assertEquals(
                "`last` must be between 0 and 100, but was " + size + ".",
                rejection(new ConnectionArguments(null, null, size, null)));
    }

    @Test
    void rejectsFirstWithLast() {
        assertEquals(
                "`first` and `last` cannot be combined. Use only one of them.",
                rejection(new ConnectionArguments(1, null, 1, null)));
        assertEquals(
                "`first` and `last` cannot be combined. Use only one of them.",
                rejection(new ConnectionArguments(0, null, 0, null)));
    }

    private static String rejection(ConnectionArguments arguments) {
        return assertThrows(BadUserInputException.class, arguments::limit).getMessage();
    }
}
