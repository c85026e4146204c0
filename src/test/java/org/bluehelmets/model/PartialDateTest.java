package org.bluehelmets.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies parsing and precision of partial dates. */
class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2018, 2018-01-01, YEAR",
        "2018-10, 2018-10-01, MONTH",
        "2018-10-31, 2018-10-31, DAY",
        "2020-02-29, 2020-02-29, DAY"
    })
    void parsesFirstDayAndPrecision(String text, LocalDate date, DatePrecision precision) {
        PartialDate parsed = PartialDate.parse(text);
        assertEquals(date, parsed.date);
        assertEquals(precision, parsed.precision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018", "2018-10", "2018-10-31", "2018-01", "2018-01-01", "0987"})
    void formatsTheParsedText(String text) {
        assertEquals(text, PartialDate.parse(text).getText());
        assertEquals(text, PartialDate.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "201",
                "20181",
                "2018-1",
                "2018-13",
                "2018-02-30",
                "2019-02-29",
                "31.10.2018",
                "late 2018"
            })
    void rejectsInvalidDates(String text) {
        assertThrows(DateTimeException.class, () -> PartialDate.parse(text));
    }

    @Test
    void distinguishesFirstOfJanuaryFromYear() {
        PartialDate day = PartialDate.parse("2018-01-01");
        PartialDate year = PartialDate.parse("2018");
        assertEquals(day.date, year.date);
        assertNotEquals(day, year);
        assertEquals(day, PartialDate.parse("2018-01-01"));
        assertEquals(day.hashCode(), PartialDate.parse("2018-01-01").hashCode());
    }
}
