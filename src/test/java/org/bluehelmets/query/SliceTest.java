package org.bluehelmets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows a slice asks for. */
class SliceTest {

    @Test
    void twentyRowsComeWhereNoSizeIsGiven() {
        assertEquals(20, new Slice(null, "a", null, "b").limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100})
    void upToAHundredRowsComeFromEitherEnd(int size) {
        assertEquals(size, new Slice(size, null, null, null).limit());
        assertEquals(size, new Slice(null, null, size, null).limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void otherSizesAreRefusedByName(int size) {
        assertEquals(
                "first is " + size + "; ask for 0 to 100 at a time, and for more by a cursor",
                refused(new Slice(size, null, null, null)));
        assertEquals(
                "last is " + size + "; ask for 0 to 100 at a time, and for more by a cursor",
                refused(new Slice(null, null, size, null)));
    }

    @Test
    void bothEndsAtOnceAreRefused() {
        assertEquals("first and last contradict each other; give one of them", refused(new Slice(1, null, 1, null)));
        assertEquals("first and last contradict each other; give one of them", refused(new Slice(0, null, 0, null)));
    }

    private static String refused(Slice slice) {
        return assertThrows(BadUserInput.class, slice::limit).getMessage();
    }
}
