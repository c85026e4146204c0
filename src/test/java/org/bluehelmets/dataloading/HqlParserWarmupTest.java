package org.bluehelmets.dataloading;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that cannot be read is found here, and not ten minutes into the build of the native executable. */
class HqlParserWarmupTest {

    static List<String> forms() {
        return HqlParserWarmup.FORMS;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsHql(String form) {
        assertDoesNotThrow(() -> HqlParserWarmup.parse(form));
    }
}
