package org.bluehelmets.testsupport;

import com.ibm.icu.text.Transliterator;

/** How names compare, by ICU and not by the application's own rules: for names in Latin letters. */
public final class Comparison {

    private static final Transliterator TO_KEY =
            Transliterator.getInstance("Any-NFC; [\\u2018\\u2019\\u02BC\\u0060\\u00B4] Remove; Any-NFKD; [:Mn:] Remove;"
                    + " Latin-ASCII; Any-Lower");

    private Comparison() {}

    /** Letters and digits without case and accents, with a space wherever something else stands. */
    public static String key(String name) {
        return piece(name).strip();
    }

    /** The same, with the spaces at the ends that say where words end. */
    public static String piece(String name) {
        return TO_KEY.transliterate(name).replace("'", "").replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
