package org.bluehelmets.imports.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Converts JSON values to the text that the same cell has in a CSV file. */
final class JsonCell {

    private static final long MILLISECONDS_PER_DAY = 86_400_000;

    /** As seconds, this is a time after the year 5000. */
    private static final long MIN_MILLISECONDS = 100_000_000_000L;

    /** No count or coordinate has more decimals or trailing zeros. */
    private static final int MAX_SCALE = 20;

    private JsonCell() {}

    /**
     * Returns the text of the parser's current scalar value, or null for other values.
     *
     * <p>Converts dates in milliseconds since 1970 to days. Leaves numbers that may be something else, such as seconds, for
     * {@link CellParser} to reject. Removes a fraction of zero: JSON has no thousands separators, so 2.000 is 2.
     *
     * @param column the name of the column; the value is a date if it contains {@code date}
     */
    static String text(JsonParser parser, JsonToken token, String column) throws IOException {
        if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            return null;
        }
        boolean isDate = column.contains("date");
        if (token == JsonToken.VALUE_NUMBER_INT && isDate) {
            try {
                long milliseconds = parser.getLongValue();
                if (isDateInMilliseconds(milliseconds)) {
                    return LocalDate.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC)
                            .toString();
                }
            } catch (DateTimeException | JsonProcessingException e) {
                // CellParser rejects the number
            }
        }
        return token == JsonToken.VALUE_NUMBER_FLOAT && !isDate
                ? withoutZeroFraction(parser.getText())
                : parser.getText();
    }

    /** Whether a number is too large for seconds, or a whole number of days. Zero usually stands for a missing date. */
    private static boolean isDateInMilliseconds(long number) {
        return Math.abs(number) >= MIN_MILLISECONDS || number != 0 && number % MILLISECONDS_PER_DAY == 0;
    }

    private static String withoutZeroFraction(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            if (Math.abs(value.scale()) <= MAX_SCALE
                    && value.stripTrailingZeros().scale() <= 0) {
                return value.setScale(0).toPlainString();
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // CellParser rejects the number
        }
        return number;
    }
}
