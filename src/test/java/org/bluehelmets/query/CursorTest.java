package org.bluehelmets.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.PersonnelCount;
import org.junit.jupiter.api.Test;

/** Tests encoding and validation of cursors. */
class CursorTest {

    private static final Sort<PersonnelCount> BY_WOMEN = sort(PersonnelCountOrderField.WOMEN, Direction.DESC);

    @Test
    void decodesValuesOfRow() {
        PersonnelCount count = count("Ä \"1\" \u2713", 7);
        assertEquals(List.of(7, "Ä \"1\" \u2713"), decoded(count, BY_WOMEN));
        Sort<PersonnelCount> byDate = sort(PersonnelCountOrderField.AS_OF, Direction.ASC);
        assertEquals(List.of(LocalDate.of(2020, 3, 1), "Ä \"1\" \u2713"), decoded(count, byDate));
    }

    @Test
    void decodesUnknownValueAsNull() {
        assertEquals(Arrays.asList(null, "a"), decoded(count("a", null), BY_WOMEN));
        Mission mission = new Mission();
        mission.acronym = "UNIFIL";
        MissionOrder order = new MissionOrder();
        order.field = MissionOrderField.STARTED_ON;
        Sort<Mission> sort = Sort.of(EntityDescriptor.MISSIONS, List.of(order));
        assertEquals(
                Arrays.asList(null, "UNIFIL"),
                Cursor.decode("after", Cursor.encode(sort, mission), sort).values());
    }

    @Test
    void encodesWithoutReservedCharactersOfUrls() {
        for (int i = 0; i < 100; i++) {
            assertTrue(Cursor.encode(BY_WOMEN, count("~?>ÿ".repeat(i), i)).matches("[A-Za-z0-9_-]+"));
        }
    }

    @Test
    void encodesDifferentRowsDifferently() {
        assertEquals(Cursor.encode(BY_WOMEN, count("a", 1)), Cursor.encode(BY_WOMEN, count("a", 1)));
        assertNotEquals(Cursor.encode(BY_WOMEN, count("a", 1)), Cursor.encode(BY_WOMEN, count("a", 2)));
        assertNotEquals(Cursor.encode(BY_WOMEN, count("a", 1)), Cursor.encode(BY_WOMEN, count("b", 1)));
        assertNotEquals(Cursor.encode(BY_WOMEN, count("a", null)), Cursor.encode(BY_WOMEN, count("a", 0)));
    }

    @Test
    void rejectsWrongChecksum() {
        String json = new String(Base64.getUrlDecoder().decode(Cursor.encode(BY_WOMEN, count("a", 1))), UTF_8);
        for (String forged : List.of(
                json.replace(",[1,", ",[2,"),
                json.replace("\"a\"", "\"b\""),
                json.replaceFirst("\\d+", "0"),
                json.replaceFirst("\\d+", "null"),
                json.replace(",[1,\"a\"]", ""),
                json.replace("[1,\"a\"]", "[1]"),
                json.replace("[1,\"a\"]", "[]"),
                json.replace("[1,\"a\"]", "{}"),
                "[]",
                "{}",
                "null",
                "1",
                "[-1,[1,\"a\"]]")) {
            assertNotEquals(json, forged);
            assertRejected(Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8)), BY_WOMEN);
        }
    }

    @Test
    void rejectsCursorOfOtherDirection() {
        String cursor = Cursor.encode(sort(PersonnelCountOrderField.WOMEN, Direction.ASC), count("a", 1));
        assertRejected(cursor, BY_WOMEN);
    }

    private static void assertRejected(String cursor, Sort<?> sort) {
        BadUserInputException rejection =
                assertThrows(BadUserInputException.class, () -> Cursor.decode("before", cursor, sort), cursor);
        assertTrue(rejection.getMessage().startsWith("`before` is not a cursor of this list"));
    }

    private static List<Object> decoded(PersonnelCount count, Sort<PersonnelCount> sort) {
        return Cursor.decode("after", Cursor.encode(sort, count), sort).values();
    }

    private static PersonnelCount count(String key, Integer women) {
        PersonnelCount count = new PersonnelCount();
        count.key = key;
        count.total = 100;
        count.women = women;
        count.asOf = new PartialDate(LocalDate.of(2020, 3, 1), DatePrecision.MONTH);
        return count;
    }

    private static Sort<PersonnelCount> sort(PersonnelCountOrderField field, Direction direction) {
        PersonnelCountOrder order = new PersonnelCountOrder();
        order.field = field;
        order.direction = direction;
        return Sort.of(EntityDescriptor.PERSONNEL_COUNTS, List.of(order));
    }
}
