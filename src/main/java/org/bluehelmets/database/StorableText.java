package org.bluehelmets.database;

/** What every database can store as text, and compare with it: all but U+0000, which PostgreSQL knows nothing of. */
public final class StorableText {

    private StorableText() {}

    public static boolean is(String text) {
        return text.indexOf('\0') < 0;
    }
}
