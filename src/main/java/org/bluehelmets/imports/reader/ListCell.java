package org.bluehelmets.imports.reader;

import java.util.List;
import java.util.regex.Pattern;

/** A CSV cell that holds a list, with entries separated by {@code " | "}. */
public final class ListCell {

    private static final Pattern SEPARATOR = Pattern.compile(" | ", Pattern.LITERAL);

    private ListCell() {}

    /** The entries of a cell in their order; none if the cell is null. */
    public static List<String> entries(String cell) {
        return cell == null ? List.of() : List.of(SEPARATOR.split(cell));
    }
}
