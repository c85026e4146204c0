package org.bluehelmets.imports.reader;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bluehelmets.model.PersonnelCategory;

/** Parses the cells of the UN's files in all the notations that these files use. */
public final class CellParser {

    /** The year of the first peacekeeping mission. Two-digit years are in 1948 to 2047. */
    private static final int FIRST_YEAR = 1948;

    /** More people of one category than any mission has had. */
    private static final int MAX_PEOPLE = 100_000;

    /** Accepts {@code 250.0}, but not {@code 2.000}, which may be two or two thousand. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(-?\\d{1,9})(?:\\.(?!0{3}$)0*)?");

    /** Digits in groups of three, with any thousands separator in use. */
    private static final Pattern GROUPED_DIGITS =
            Pattern.compile("-?\\d{1,3}(?:[.,'’ \\u00a0\\u2009\\u202f]\\d{3})+(?:[.,]\\d*)?");

    private static final Pattern NON_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(?:[.,]\\d*)?");

    /** {@code 2025-02-17}, with an optional time, which is ignored. */
    private static final DateTimeFormatter ISO = strict(new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX]")
            .optionalEnd());

    /** {@code 31/07/2020}, day first. */
    private static final DateTimeFormatter SLASHES = strict(new DateTimeFormatterBuilder()
            .appendValue(DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('/')
            .appendValue(MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('/')
            .appendValue(YEAR, 4));

    /** {@code 31-Jan-2021}. */
    private static final DateTimeFormatter MONTH_NAME = strict(dayAndMonthName().appendValue(YEAR, 4));

    /** {@code 31-Jan-21}. */
    private static final DateTimeFormatter SHORT_YEAR =
            strict(dayAndMonthName().appendValueReduced(YEAR, 2, 2, FIRST_YEAR));

    private static final List<DateTimeFormatter> DATES = List.of(ISO, MONTH_NAME, SHORT_YEAR, SLASHES);

    private CellParser() {}

    private static DateTimeFormatterBuilder dayAndMonthName() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendValue(DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
                .appendLiteral('-')
                .appendPattern("MMM")
                .appendLiteral('-');
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Parses a date. Returns null if the cell is empty.
     *
     * @throws BadCellException if the cell is not a date from 1900 to 2100
     */
    public static LocalDate date(InputRow row, String column) throws BadCellException {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        LocalDate date = parseDate(text);
        if (date == null || date.getYear() < 1900 || date.getYear() > 2100) {
            throw bad(
                    row,
                    column,
                    "write an existing date as 2020-07-31, 31-Jul-20 or 31/07/2020, or in JSON as milliseconds since 1970"
                            + " at midnight UTC");
        }
        return date;
    }

    /**
     * Parses the required date of a count or an incident.
     *
     * @throws BadCellException if the cell is not a date from 1948 to the end of this month
     */
    public static LocalDate pastDate(InputRow row, String column) throws BadCellException {
        row.require(column);
        LocalDate date = date(row, column);
        if (date.getYear() < FIRST_YEAR) {
            throw bad(
                    row, column, date + " is before the first mission; write a date from %s on".formatted(FIRST_YEAR));
        }
        if (date.isAfter(YearMonth.now(ZoneOffset.UTC).atEndOfMonth())) {
            throw bad(row, column, date + " is in the future; write a date up to the end of this month");
        }
        return date;
    }

    private static LocalDate parseDate(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException e) {
                // try the next format
            }
        }
        return null;
    }

    /**
     * Parses a required number of people.
     *
     * @throws BadCellException if the cell is not a whole number from 0 to 100,000
     */
    public static int people(InputRow row, String column) throws BadCellException {
        String text = row.require(column);
        Integer people = wholeNumber(text);
        if (people == null && GROUPED_DIGITS.matcher(text).matches()) {
            throw bad(row, column, "the separator is ambiguous; write digits only, such as 1726");
        }
        if (people == null) {
            throw bad(row, column, "write a whole number of people");
        }
        if (people < 0) {
            throw bad(row, column, "the number is negative; write 0 or more");
        }
        if (people > MAX_PEOPLE) {
            throw bad(row, column, "the number is larger than any mission; write at most " + MAX_PEOPLE);
        }
        return people;
    }

    /**
     * Parses a whole number, including the {@code 250.0} of spreadsheets. Returns null if it is not a whole number, or if
     * its point may separate thousands.
     */
    public static Integer wholeNumber(String text) {
        var number = WHOLE_NUMBER.matcher(text);
        return number.matches() ? Integer.valueOf(number.group(1)) : null;
    }

    /**
     * Parses degrees with a decimal point or comma. Returns null if the cell is empty.
     *
     * @throws BadCellException if the cell is not a number from {@code -max} to {@code max}
     */
    public static Double degrees(InputRow row, String column, int max) throws BadCellException {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw bad(row, column, "write decimal degrees, such as 35.1342");
        }
        double degrees = Double.parseDouble(text.replace(',', '.'));
        if (Math.abs(degrees) > max) {
            throw bad(row, column, "write degrees from -%s to %s".formatted(max, max));
        }
        return degrees;
    }

    /**
     * Parses a boolean. Returns false if the cell is empty.
     *
     * @throws BadCellException if the cell is neither true nor false
     */
    public static boolean flag(InputRow row, String column) throws BadCellException {
        String text = row.get(column);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw bad(row, column, "write true or false");
    }

    /** Parses a required personnel category in the UN's terms, singular or plural. */
    public static PersonnelCategory category(InputRow row, String column) throws BadCellException {
        String text = row.require(column);
        return switch (NON_LETTERS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()) {
            case "troop", "troops", "contingent troop", "contingent troops" -> PersonnelCategory.TROOPS;
            case "staff officer", "staff officers" -> PersonnelCategory.STAFF_OFFICERS;
            case "expert on mission", "experts on mission" -> PersonnelCategory.EXPERTS_ON_MISSION;
            case "individual police", "individual police officer", "individual police officers" ->
                PersonnelCategory.INDIVIDUAL_POLICE;
            case "formed police unit", "formed police units" -> PersonnelCategory.FORMED_POLICE_UNITS;
            default ->
                throw bad(
                        row,
                        column,
                        "write Troops, Staff Officer, Experts on Mission, Individual Police or Formed Police Units");
        };
    }

    /** Returns the UN's term for a personnel category, which {@link #category} parses. */
    public static String categoryName(PersonnelCategory category) {
        return switch (category) {
            case TROOPS -> "Troops";
            case STAFF_OFFICERS -> "Staff Officer";
            case EXPERTS_ON_MISSION -> "Experts on Mission";
            case INDIVIDUAL_POLICE -> "Individual Police";
            case FORMED_POLICE_UNITS -> "Formed Police Units";
            case ALL -> throw new IllegalArgumentException("reports do not contain the category ALL");
        };
    }

    /** Returns an exception with the unchanged value of the cell. */
    public static BadCellException bad(InputRow row, String column, String reason) {
        return new BadCellException(column, row.raw(column), reason);
    }
}
