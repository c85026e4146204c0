package org.bluehelmets.query;

import java.util.List;

/** Conditions on a value of a fixed set. GraphQL has no generic inputs, so each set has a class of its own. */
interface EnumFilter<E extends Enum<E>> {

    E eq();

    E ne();

    List<E> in();

    List<E> notIn();
}
