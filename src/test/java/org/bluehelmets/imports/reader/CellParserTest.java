package org.bluehelmets.imports.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.bluehelmets.imports.NationResolver;
import org.bluehelmets.model.PersonnelCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which the UN's files write days, numbers and kinds of personnel. */
class CellParserTest {

    @ParameterizedTest
    @CsvSource({
        "2025-02-17, 2025-02-17",
        "2025-02-17T00:00:00, 2025-02-17",
        "2025-02-17T00:00:00.000Z, 2025-02-17",
        "2025-02-17 12:30, 2025-02-17",
        "31-Jan-21, 2021-01-31",
        "31-JAN-2021, 2021-01-31",
        "1-Feb-48, 1948-02-01",
        "31-Dec-47, 2047-12-31",
        "31/07/2020, 2020-07-31",
        "1/7/2020, 2020-07-01",
        "' 2020-07-31 ', 2020-07-31",
    })
    void parsesDates(String text, LocalDate day) throws Exception {
        assertEquals(day, CellParser.date(row(text), "cell"));
    }

    @ParameterizedTest
    @CsvSource({
        "1947-12-31, 1947-12-31 is before the first mission",
        "31-Dec-47, 2047-12-31 is in the future",
        "2100-01-01, 2100-01-01 is in the future",
        "'', the cell is empty; write a value",
    })
    void rejectsDatesOutsideMissionHistory(String text, String reason) {
        assertTrue(errorMessage(() -> CellParser.pastDate(row(text), "cell")).startsWith(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-30",
                "30-Feb-20",
                "07/31/2020",
                "2020-7",
                "2020",
                "20200731",
                "1612051200000",
                "31.07.2020",
                "yesterday",
                "31-Jan-1",
                "0000-00-00",
                "999999999-01-01",
                "+12020-01-01",
                "1899-12-31",
                "2999-01-01",
            })
    void rejectsInvalidDates(String text) {
        BadCellException bad = assertThrows(BadCellException.class, () -> CellParser.date(row(text), "cell"));
        assertEquals("cell", bad.column);
        assertEquals(text, bad.value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "#N/A", "\u00a0"})
    void treatsBlanksAndNotAvailableAsEmpty(String text) throws Exception {
        assertEquals(null, CellParser.date(row(text), "cell"));
        assertTrue(errorMessage(() -> CellParser.people(row(text), "cell")).contains("the cell is empty"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "007, 7", "12.0, 12", "12., 12", "12.00, 12", "12.0000, 12", "' 12 ', 12", "100000, 100000"})
    void parsesNumbersOfPeople(String text, int people) throws Exception {
        assertEquals(people, CellParser.people(row(text), "cell"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "12.5",
                "1,234",
                "1e3",
                "12 000",
                "2.000",
                "1.726",
                "1.726,0",
                "2.000000.0",
                "100001",
                "99999999999999999999",
                "x",
                "+1",
                "٣"
            })
    void rejectsInvalidNumbersOfPeople(String text) {
        assertThrows(BadCellException.class, () -> CellParser.people(row(text), "cell"));
    }

    /** The text {@code 2.000} may mean 2 or 2000. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2.000", "2,000", "1.726", "1,726", "1 726", "1'726", "1\u00a0726", "1\u202f726", "12.345.678"})
    void rejectsAmbiguousSeparators(String text) {
        assertEquals(
                "the separator is ambiguous; write digits only, such as 1726",
                errorMessage(() -> CellParser.people(row(text), "cell")));
        assertEquals(null, CellParser.wholeNumber(text));
    }

    @ParameterizedTest
    @CsvSource({"'35,1342', 35.1342", "35.1342, 35.1342", "-8, -8", "'-1,9439', -1.9439", "90, 90"})
    void parsesDegrees(String text, double degrees) throws Exception {
        assertEquals(degrees, CellParser.degrees(row(text), "cell", 90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90.1", "-91", "35°", "1.2.3", "NaN", "1e1"})
    void rejectsInvalidDegrees(String text) {
        assertThrows(BadCellException.class, () -> CellParser.degrees(row(text), "cell", 90));
    }

    @ParameterizedTest
    @CsvSource({
        "Troops, TROOPS",
        "troop, TROOPS",
        "Staff Officer, STAFF_OFFICERS",
        "STAFF OFFICERS, STAFF_OFFICERS",
        "Experts on Mission, EXPERTS_ON_MISSION",
        "Individual Police, INDIVIDUAL_POLICE",
        "Formed  Police Units, FORMED_POLICE_UNITS",
        "Formed Police Unit, FORMED_POLICE_UNITS",
    })
    void parsesPersonnelCategories(String text, PersonnelCategory category) throws Exception {
        assertEquals(category, CellParser.category(row(text), "cell"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALL")
    void parsesExportedCategoryNames(PersonnelCategory category) throws Exception {
        assertEquals(category, CellParser.category(row(CellParser.categoryName(category)), "cell"));
    }

    @Test
    void rejectsUnknownCategory() {
        assertTrue(errorMessage(() -> CellParser.category(row("Civilians"), "cell"))
                .startsWith("write Troops, Staff Officer"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Tanzania, United Republic of', United Republic of Tanzania",
        "Türkiye, TURKIYE",
        "Côte d’Ivoire, Cote d'Ivoire",
        "The Gambia, Gambia",
        "Guinea Bissau, Guinea-Bissau",
    })
    void ignoresCaseAccentsPunctuationAndWordOrderInNames(String one, String other) {
        assertEquals(NationResolver.nameKey(one), NationResolver.nameKey(other));
    }

    private interface Parse {
        Object run() throws BadCellException;
    }

    private static String errorMessage(Parse parse) {
        return assertThrows(BadCellException.class, parse::run).getMessage();
    }

    private static InputRow row(String text) {
        return new InputRow(2, new Header(List.of("cell")), List.of(text), null);
    }
}
