package org.bluehelmets.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies the format of global ids. */
class GlobalIdTest {

    @Test
    void encodesTypeAndKeyInUrlSafeBase64WithoutPadding() {
        // Literal, because clients may have stored ids.
        assertEquals("TmF0aW9uOktBWg", GlobalId.of("Nation", "KAZ"));
    }

    @ParameterizedTest
    @CsvSource({
        "Nation, KAZ",
        "Mission, UNEF II",
        "Deployment, KAZ-UNIFIL-1",
        "Source, a:key:with:colons",
        "Battalion, Côte d'Ivoire/1"
    })
    void decodesTypeAndKey(String type, String key) {
        assertEquals(Optional.of(new GlobalId(type, key)), GlobalId.parse(GlobalId.of(type, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KAZ", "not an id!", "TmF0aW9uOktBWg==", "TmF0aW9u", "Nation:KAZ"})
    void rejectsForeignIds(String id) {
        assertEquals(Optional.empty(), GlobalId.parse(id));
    }

    @Test
    void rejectsInvalidUtf8() {
        byte[] invalid = "Nation:K?Z".getBytes(UTF_8);
        invalid[8] = (byte) 0xff;
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(invalid);
        assertEquals(Optional.empty(), GlobalId.parse(id));
    }
}
