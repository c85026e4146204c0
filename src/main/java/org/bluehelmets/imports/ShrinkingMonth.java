package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an import would remove: more than a tenth of what a month, or a whole dataset, consists of. That is rarely a
 * correction and mostly a file that holds only a part, such as an export of one nation.
 *
 * @param of the month, as 2020-01, or the dataset
 * @param unit what is counted besides people: nations or missions
 * @param unitsBefore how many of them have people in the database
 * @param unitsAfter how many of them have people in the file
 * @param peopleBefore how many people the database counts; of fatalities, how many died
 * @param peopleAfter how many people the file counts
 */
@RegisterForReflection
public record ShrinkingMonth(
        String of, String unit, long unitsBefore, long unitsAfter, long peopleBefore, long peopleAfter) {

    /** Whether so much is lost that somebody must allow it. */
    boolean isLarge() {
        return isLarge(unitsBefore, unitsAfter) || isLarge(peopleBefore, peopleAfter);
    }

    private static boolean isLarge(long before, long after) {
        return after * 10 < before * 9;
    }

    /** One line of text for people. */
    @Override
    public String toString() {
        return "%s: %s %s instead of %s, %s people instead of %s"
                .formatted(of, unitsAfter, unit, unitsBefore, peopleAfter, peopleBefore);
    }
}
