package org.bluehelmets.imports.reader;

/** A row cannot be read because of one of its values. The message is the reason, and says what would do. */
public final class BadCellException extends Exception {

    /** The column; null where it is the row as a whole. */
    public final transient String column;

    /** What stands there; null where nothing does. */
    public final transient String value;

    public BadCellException(String column, String value, String reason) {
        // thrown once for every bad row of a file, and never looked at as a stack
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }
}
