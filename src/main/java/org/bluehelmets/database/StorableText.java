package org.bluehelmets.database;

/** Checks for text that all databases can store and compare: PostgreSQL does not support U+0000. */
public final class StorableText {

    private StorableText() {}

    public static boolean is(String text) {
        return text.indexOf('\0') < 0;
    }
}
