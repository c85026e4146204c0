package org.bluehelmets.imports.reader;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the line of the file where the row starts, from 1
 * @param header the columns of the file
 * @param values the unchanged values, in the order of the columns
 * @param error why the row as a whole cannot be read; null if it can
 */
public record InputRow(long line, Header header, List<String> values, String error) {

    /** Returns a value without surrounding blanks, or null if the cell is empty or has the {@code #N/A} of spreadsheets. */
    public String get(String column) {
        int index = header.indexOf(column);
        String value = index < 0 ? null : values.get(index);
        if (value == null) {
            return null;
        }
        // no-break spaces are blanks too, and so is NUL, which PostgreSQL cannot store
        String stripped = value.replace('\u00a0', ' ').replace('\0', ' ').strip();
        return stripped.isEmpty() || stripped.startsWith("#N/A") ? null : stripped;
    }

    /** @throws BadCellException if the cell is empty */
    public String require(String column) throws BadCellException {
        String value = get(column);
        if (value == null) {
            throw new BadCellException(column, raw(column), "the cell is empty; write a value");
        }
        return value;
    }

    /** Returns a value as it is in the file. */
    String raw(String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= values.size() ? null : values.get(index);
    }
}
