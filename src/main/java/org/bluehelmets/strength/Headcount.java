package org.bluehelmets.strength;

import java.util.Collection;

/**
 * Official numbers of people, added up.
 *
 * @param women null where some report does not say
 * @param men null where some report does not say
 */
record Headcount(int total, Integer women, Integer men) {

    static final Headcount NOBODY = new Headcount(0, 0, 0);

    /** @param genderUnknown how many of the reports added up do not say who is a woman */
    static Headcount of(Number total, Number women, Number men, Number genderUnknown) {
        boolean known = genderUnknown.longValue() == 0;
        return new Headcount(
                Math.toIntExact(total.longValue()),
                known ? Math.toIntExact(women.longValue()) : null,
                known ? Math.toIntExact(men.longValue()) : null);
    }

    static Headcount sum(Collection<Headcount> parts) {
        return parts.stream().reduce(NOBODY, Headcount::plus);
    }

    private Headcount plus(Headcount other) {
        return new Headcount(
                Math.addExact(total, other.total),
                women == null || other.women == null ? null : Integer.valueOf(women + other.women),
                men == null || other.men == null ? null : Integer.valueOf(men + other.men));
    }
}
