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

/** Reads the values of the UN's files, in all the ways that those have of writing them. */
public final class CellParser {

    /** The first peacekeeping mission began in 1948, and no two-digit year means an earlier one. */
    private static final int FIRST_YEAR = 1948;

    /** More people of one kind than any mission ever had. */
    private static final int MOST_PEOPLE = 100_000;

    /** Also as {@code 250.0}, but not as {@code 2.000}, which is two for some and two thousand for others. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(-?\\d{1,9})(?:\\.(?!0{3}$)0*)?");

    /** Digits in groups of three, by any separator that is in use somewhere. */
    private static final Pattern THOUSANDS =
            Pattern.compile("-?\\d{1,3}(?:[.,'’ \\u00a0\\u2009\\u202f]\\d{3})+(?:[.,]\\d*)?");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,3}(?:[.,]\\d*)?");

    /** {@code 2025-02-17}, also with a time of day, which says nothing. */
    private static final DateTimeFormatter ISO = strict(new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX]")
            .optionalEnd());

    /** {@code 31/07/2020}: the day comes first. */
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
     * A day; null where nothing stands there.
     *
     * @throws BadCellException where it is no day
     */
    public static LocalDate date(InputRow row, String column) throws BadCellException {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        LocalDate date = date(text);
        if (date == null || date.getYear() < 1900 || date.getYear() > 2100) {
            throw bad(
                    row,
                    column,
                    "write a day that exists as 2020-07-31, 31-Jul-20, 31/07/2020 or, in JSON, as"
                            + " whole days in milliseconds since 1970");
        }
        return date;
    }

    /**
     * A day on which something was counted or happened.
     *
     * @throws BadCellException where it is none, or lies before there were missions or after this month
     */
    public static LocalDate pastDate(InputRow row, String column) throws BadCellException {
        row.require(column);
        LocalDate date = date(row, column);
        if (date.getYear() < FIRST_YEAR) {
            throw bad(row, column, date + " lies before the first mission, of " + FIRST_YEAR);
        }
        if (date.isAfter(YearMonth.now(ZoneOffset.UTC).atEndOfMonth())) {
            throw bad(row, column, date + " lies in the future");
        }
        return date;
    }

    private static LocalDate date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException another) {
                // the next format may fit
            }
        }
        return null;
    }

    /**
     * A number of people.
     *
     * @throws BadCellException where it is none
     */
    public static int people(InputRow row, String column) throws BadCellException {
        String text = row.require(column);
        Integer people = wholeNumber(text);
        if (people == null && THOUSANDS.matcher(text).matches()) {
            throw bad(row, column, "may be a number of thousands or a fraction; write the digits alone, as 1726");
        }
        if (people == null) {
            throw bad(row, column, "write a whole number of people");
        }
        if (people < 0) {
            throw bad(row, column, "fewer than nobody; write 0 or more");
        }
        if (people > MOST_PEOPLE) {
            throw bad(row, column, "more people than any mission ever had; write at most " + MOST_PEOPLE);
        }
        return people;
    }

    /**
     * A whole number, also as {@code 250.0}, which is how spreadsheets write it; null where it is none, or where its point
     * may separate thousands.
     */
    public static Integer wholeNumber(String text) {
        var number = WHOLE_NUMBER.matcher(text);
        return number.matches() ? Integer.valueOf(number.group(1)) : null;
    }

    /**
     * Degrees, with a decimal point or comma; null where nothing stands there.
     *
     * @throws BadCellException where it is no number from {@code -most} to {@code most}
     */
    public static Double degrees(InputRow row, String column, int most) throws BadCellException {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw bad(row, column, "write degrees as 35.1342");
        }
        double degrees = Double.parseDouble(text.replace(',', '.'));
        if (Math.abs(degrees) > most) {
            throw bad(row, column, "write degrees from -%s to %s".formatted(most, most));
        }
        return degrees;
    }

    /**
     * Whether something is so; false where nothing stands there.
     *
     * @throws BadCellException where it is neither true nor false
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

    /** A kind of personnel, by the words of the UN's reports, in singular or plural. */
    public static PersonnelCategory category(InputRow row, String column) throws BadCellException {
        String text = row.require(column);
        return switch (NO_LETTERS
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

    /** The UN's word for a kind of personnel, as {@link #category} reads it. */
    public static String word(PersonnelCategory category) {
        return switch (category) {
            case TROOPS -> "Troops";
            case STAFF_OFFICERS -> "Staff Officer";
            case EXPERTS_ON_MISSION -> "Experts on Mission";
            case INDIVIDUAL_POLICE -> "Individual Police";
            case FORMED_POLICE_UNITS -> "Formed Police Units";
            case ALL -> throw new IllegalArgumentException("the reports have no word for all kinds together");
        };
    }

    public static BadCellException bad(InputRow row, String column, String reason) {
        return new BadCellException(column, row.raw(column), reason);
    }
}
