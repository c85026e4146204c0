package org.bluehelmets.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A global id names an object by its type and natural key, and nothing else passes for one. */
class GlobalIdTest {

    @Test
    void isTheTypeAndTheKeyInUrlSafeBase64WithoutPadding() {
        // written out, because clients may have stored it: another form would orphan what they have
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
    void namesWhatItWasMadeOf(String type, String key) {
        assertEquals(Optional.of(new GlobalId(type, key)), GlobalId.parse(GlobalId.of(type, key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KAZ", "not an id!", "TmF0aW9uOktBWg==", "TmF0aW9u", "Nation:KAZ"})
    void whatWasNotMadeHereNamesNothing(String id) {
        assertEquals(Optional.empty(), GlobalId.parse(id));
    }

    @Test
    void anIdThatIsNoTextNamesNothing() {
        byte[] invalid = "Nation:K?Z".getBytes(UTF_8);
        invalid[8] = (byte) 0xff;
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(invalid);
        assertEquals(Optional.empty(), GlobalId.parse(id));
    }
}
