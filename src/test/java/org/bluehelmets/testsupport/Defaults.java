package org.bluehelmets.testsupport;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * The locale and the time zone that a process has where nobody names another.
 *
 * @param locale one with its own rules for case, or its own digits
 */
public record Defaults(String locale, String zone) {

    /** Turkish has a dotless i, Lithuanian keeps dots under accents, Egypt writes its own digits; far from UTC each way. */
    public static final List<Defaults> ALL = List.of(
            new Defaults("tr-TR", "Pacific/Kiritimati"),
            new Defaults("ar-EG", "America/Adak"),
            new Defaults("az", "Asia/Kathmandu"),
            new Defaults("lt", "America/St_Johns"),
            new Defaults("th-TH-u-ca-buddhist-nu-thai", "Etc/GMT+12"),
            new Defaults("de-DE", "Europe/Dublin"));

    /** Runs an action under these defaults. No other test may run at the same time. */
    public <T> T within(Supplier<T> action) {
        Locale locale = Locale.getDefault();
        Locale display = Locale.getDefault(Locale.Category.DISPLAY);
        Locale format = Locale.getDefault(Locale.Category.FORMAT);
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag(this.locale));
        TimeZone.setDefault(TimeZone.getTimeZone(this.zone));
        try {
            return action.get();
        } finally {
            Locale.setDefault(locale);
            Locale.setDefault(Locale.Category.DISPLAY, display);
            Locale.setDefault(Locale.Category.FORMAT, format);
            TimeZone.setDefault(zone);
        }
    }
}
