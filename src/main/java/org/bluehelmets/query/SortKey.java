package org.bluehelmets.query;

import java.time.LocalDate;
import java.util.function.Function;
import org.bluehelmets.model.PartialDate;

/**
 * A sort key of rows.
 *
 * @param column the column of the key
 * @param type the Java type of its values: String, Integer or LocalDate
 * @param nullable whether the column may be null; null sorts last in both directions
 * @param value reads the value from a row
 */
public record SortKey<E>(String column, Class<?> type, boolean nullable, Function<E, ?> value) {

    /** A column that is compared as it is: a unique key such as a code, or the folded key of a text. */
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

    /** Sort keys are constants. They are part of the keys of data loaders, where comparison by identity is faster. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
