package org.bluehelmets.query;

import java.util.List;

/** Conditions on an enum value. GraphQL has no generic input types, so each enum has its own class. */
interface EnumFilter<E extends Enum<E>> {

    E eq();

    E ne();

    List<E> in();

    List<E> notIn();
}
