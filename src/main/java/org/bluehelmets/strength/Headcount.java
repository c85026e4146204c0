package org.bluehelmets.strength;

import java.util.Collection;

/**
 * A number of people in official reports, in total and by gender.
 *
 * @param women null if a report does not give gender
 * @param men null if a report does not give gender
 */
record Headcount(int total, Integer women, Integer men) {

    static final Headcount ZERO = new Headcount(0, 0, 0);

    /** @param genderUnknown the number of rows in the sum that do not give gender */
    static Headcount of(Number total, Number women, Number men, Number genderUnknown) {
        boolean known = genderUnknown.longValue() == 0;
        return new Headcount(
                Math.toIntExact(total.longValue()),
                known ? Math.toIntExact(women.longValue()) : null,
                known ? Math.toIntExact(men.longValue()) : null);
    }

    static Headcount sum(Collection<Headcount> parts) {
        return parts.stream().reduce(ZERO, Headcount::plus);
    }

    private Headcount plus(Headcount other) {
        return new Headcount(
                Math.addExact(total, other.total),
                women == null || other.women == null ? null : Integer.valueOf(women + other.women),
                men == null || other.men == null ? null : Integer.valueOf(men + other.men));
    }
}
