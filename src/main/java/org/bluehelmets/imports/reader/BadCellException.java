package org.bluehelmets.imports.reader;

/** A row cannot be read because of one of its cells. The message says what is wrong and what to do. */
public final class BadCellException extends Exception {

    /** Null if the error concerns the whole row. */
    public final transient String column;

    /** Null if the cell is empty. */
    public final transient String value;

    public BadCellException(String column, String value, String reason) {
        // no stack trace: this is thrown for every bad row of a file
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }
}
