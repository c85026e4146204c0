package org.bluehelmets.imports.reader;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the line of the file that it begins in, from 1
 * @param header where each column stands
 * @param values the values as they stand in the file
 * @param fault why the row cannot be read at all; null where it can
 */
public record InputRow(long line, Header header, List<String> values, String fault) {

    /** A value without the blanks around it; null where nothing stands there, or what spreadsheets write for nothing. */
    public String get(String column) {
        int place = header.place(column);
        String value = place < 0 ? null : values.get(place);
        if (value == null) {
            return null;
        }
        // a no-break space is a blank too, and so is what no database stores
        String stripped = value.replace('\u00a0', ' ').replace('\0', ' ').strip();
        return stripped.isEmpty() || stripped.startsWith("#N/A") ? null : stripped;
    }

    /** @throws BadCellException where nothing stands there */
    public String require(String column) throws BadCellException {
        String value = get(column);
        if (value == null) {
            throw new BadCellException(column, raw(column), "nothing stands here; a value is needed");
        }
        return value;
    }

    /** A value as it stands in the file. */
    String raw(String column) {
        int place = header.place(column);
        return place < 0 || place >= values.size() ? null : values.get(place);
    }
}
