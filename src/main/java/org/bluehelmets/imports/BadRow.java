package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A row that cannot be imported.
 *
 * @param line the line of the file where the row starts, from 1
 * @param column the invalid column; null if the error concerns the whole row
 * @param value the invalid value, truncated to 200 characters; null if the cell is empty
 * @param reason what is wrong and what to do
 */
@RegisterForReflection
public record BadRow(long line, String column, String value, String reason) {

    private static final int MAX_VALUE_LENGTH = 200;

    public BadRow {
        if (value != null && value.length() > MAX_VALUE_LENGTH) {
            value = value.substring(0, MAX_VALUE_LENGTH) + "…";
        }
    }

    /** One line of text for command-line output. */
    @Override
    public String toString() {
        String place = column == null ? "line " + line : "line " + line + ", column " + column;
        return value == null ? place + ": " + reason : place + ": \"" + value + "\": " + reason;
    }
}
