package org.bluehelmets.query;

/** Patterns of the LIKE operator in SQL and HQL. */
public final class LikePattern {

    /** Escapes wildcards. Not the backslash, which databases interpret in different ways. */
    private static final char ESCAPE = '!';

    /** The clause that follows a pattern in a statement. */
    static final String ESCAPE_CLAUSE = " escape '" + ESCAPE + "'";

    private LikePattern() {}

    /** Returns a pattern that matches the text literally: wildcards are escaped by {@code !}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '%' || c == '_' || c == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
