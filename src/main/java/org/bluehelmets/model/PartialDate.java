package org.bluehelmets.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A day, month or year, stored as its first day and a precision. */
@Embeddable
@Description("A date with the precision of its source. For example, March 2020 is date 2020-03-01, precision"
        + " MONTH, text \"2020-03\".")
public class PartialDate {

    @NonNull
    @Description("First day of the year, month or day.")
    public LocalDate date;

    @NonNull
    @Description("Precision of the date.")
    @Enumerated(EnumType.STRING)
    public DatePrecision precision;

    protected PartialDate() {}

    public PartialDate(LocalDate date, DatePrecision precision) {
        this.date = Objects.requireNonNull(date);
        this.precision = Objects.requireNonNull(precision);
    }

    /**
     * Parses {@code 2018}, {@code 2018-10} or {@code 2018-10-31}.
     *
     * @throws DateTimeException if the text has another form or the date does not exist
     */
    public static PartialDate parse(String text) {
        return switch (text.length()) {
            case 4 -> new PartialDate(Year.parse(text).atDay(1), DatePrecision.YEAR);
            case 7 -> new PartialDate(YearMonth.parse(text).atDay(1), DatePrecision.MONTH);
            default -> new PartialDate(LocalDate.parse(text), DatePrecision.DAY);
        };
    }

    /** Returns the last day of the year, month or day. */
    public LocalDate last() {
        return switch (precision) {
            case YEAR -> date.plusYears(1).minusDays(1);
            case MONTH -> date.plusMonths(1).minusDays(1);
            case DAY -> date;
        };
    }

    /** Returns the date in ISO 8601 with its precision. */
    @NonNull
    @Description("Date in ISO 8601 with the known precision: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String getText() {
        return switch (precision) {
            case YEAR -> date.toString().substring(0, 4);
            case MONTH -> YearMonth.from(date).toString();
            case DAY -> date.toString();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialDate that && date.equals(that.date) && precision == that.precision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(date, precision);
    }

    @Override
    public String toString() {
        return getText();
    }
}
