package org.bluehelmets.query;

import java.time.LocalDate;
import java.util.function.Function;
import org.bluehelmets.model.PartialDate;

/**
 * Something that rows can be ordered by.
 *
 * @param column of the row
 * @param type the Java type of its values: String, Integer or LocalDate
 * @param nullable whether some rows have no value; they come last in either direction
 * @param value reads the value from a row
 */
public record SortKey<E>(String column, Class<?> type, boolean nullable, Function<E, ?> value) {

    /** Text that tells rows apart, such as a code, and is compared as it is; or the key of another text. */
    public static <E> SortKey<E> key(String column, Function<E, String> value) {
        return new SortKey<>(column, String.class, false, value);
    }

    public static <E> SortKey<E> number(String column, boolean nullable, Function<E, Integer> value) {
        return new SortKey<>(column, Integer.class, nullable, value);
    }

    static <E> SortKey<E> date(String column, boolean nullable, Function<E, PartialDate> value) {
        return new SortKey<>(column + "_date", LocalDate.class, nullable, value.andThen(SortKey::firstDay));
    }

    private static LocalDate firstDay(PartialDate date) {
        return date == null ? null : date.date;
    }

    /** Keys are constants, and part of the keys of data loaders: comparing what they are made of would cost more. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
