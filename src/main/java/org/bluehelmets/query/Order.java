package org.bluehelmets.query;

/**
 * One of the orders that a client asks a list in.
 *
 * @param <E> the rows of the list
 */
public interface Order<E> {

    SortKey<E> key();

    Direction direction();
}
