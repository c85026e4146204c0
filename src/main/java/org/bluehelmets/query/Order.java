package org.bluehelmets.query;

/**
 * One element of the argument {@code orderBy}.
 *
 * @param <E> the type of the rows
 */
public interface Order<E> {

    SortKey<E> key();

    Direction direction();
}
