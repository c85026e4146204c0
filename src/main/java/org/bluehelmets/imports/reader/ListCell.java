package org.bluehelmets.imports.reader;

import java.util.List;
import java.util.regex.Pattern;

/** Parses CSV cells that hold a list, with entries separated by {@code " | "}. */
public final class ListCell {

    private static final Pattern SEPARATOR = Pattern.compile(" | ", Pattern.LITERAL);

    private ListCell() {}

    /** Returns the entries of a cell, or an empty list if the cell is null. */
    public static List<String> entries(String cell) {
        return cell == null ? List.of() : List.of(SEPARATOR.split(cell));
    }
}
