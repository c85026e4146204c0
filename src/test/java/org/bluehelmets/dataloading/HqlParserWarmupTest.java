package org.bluehelmets.dataloading;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The warm-up statements are valid HQL. Otherwise, the native build would fail after ten minutes. */
class HqlParserWarmupTest {

    static List<String> statements() {
        return HqlParserWarmup.STATEMENTS;
    }

    @ParameterizedTest
    @MethodSource("statements")
    void parsesEveryStatement(String hql) {
        assertDoesNotThrow(() -> HqlParserWarmup.parse(hql));
    }
}
