package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A row that could not be read.
 *
 * @param line the line of the file that it begins in, from 1
 * @param column the column at fault; null where it is the row as a whole
 * @param value what stands there; null where nothing does
 * @param reason what is wrong with it, and what would do
 */
@RegisterForReflection
public record BadRow(long line, String column, String value, String reason) {

    private static final int LONGEST_VALUE = 200;

    public BadRow {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /** One line of text for people. */
    @Override
    public String toString() {
        String place = column == null ? "line " + line : "line " + line + ", column " + column;
        return value == null ? place + ": " + reason : place + ": \"" + value + "\": " + reason;
    }
}
