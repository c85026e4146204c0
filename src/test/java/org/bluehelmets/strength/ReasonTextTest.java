package org.bluehelmets.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.PersonnelCategory;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies that the default locale and time zone do not affect the reason of a verdict. */
class ReasonTextTest {

    @ParameterizedTest
    @CsvSource({
        "en-US, UTC",
        "ar-EG-u-nu-arab, Pacific/Kiritimati",
        "tr-TR, Pacific/Pago_Pago",
        "de-DE, Europe/Berlin",
        "hi-IN-u-nu-deva, Asia/Kolkata"
    })
    void producesTheSameSentenceInEveryLocaleAndTimeZone(String locale, String zone) {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            ReasonText reason = new ReasonText(count(), nation(), mission(), List.of());
            assertEquals(
                    "The UN reported 11,050 individual police officers of India in UNIFIL on 30 April 2018, within 5% of"
                            + " this figure of about 11,000.",
                    reason.compared(Verdict.CONFIRMED, null, 11_050, LocalDate.of(2018, 4, 30)));
            assertEquals(
                    "No UN report of April 2018 to October 2018 is available, so this figure of about 11,000 individual"
                            + " police officers of India in UNIFIL (12 April 2018) cannot be checked.",
                    reason.noReport(YearMonth.of(2018, 4), YearMonth.of(2018, 10), false));
            assertEquals(List.of("UNIFIL", "UNAVEM III"), names().findIn("for unifil, United Nations in Angola iii."));
            assertEquals("rotation 12", new Contingents(List.of(), new UnitHierarchy(Map.of())).name(contingent()));
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    private static PersonnelCount count() {
        PersonnelCount count = new PersonnelCount();
        count.total = 11_000;
        count.category = PersonnelCategory.INDIVIDUAL_POLICE;
        count.precision = Precision.ABOUT;
        count.status = CountStatus.DEPLOYED;
        count.asOf = PartialDate.parse("2018-04-12");
        return count;
    }

    private static Nation nation() {
        Nation nation = new Nation();
        nation.name = "India";
        return nation;
    }

    private static Mission mission() {
        Mission mission = new Mission();
        mission.acronym = "UNIFIL";
        return mission;
    }

    private static MissionNameMatcher names() {
        return new MissionNameMatcher(Map.of(
                "UNIFIL", "United Nations Interim Force in Lebanon", "UNAVEM III", "United Nations in Angola III"));
    }

    private static Contingent contingent() {
        return new Contingent(1L, null, 12, null, null, null, Set.of(), Set.of());
    }
}
