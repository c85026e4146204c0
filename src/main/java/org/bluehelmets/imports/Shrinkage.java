package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an import would remove from a month or from a dataset. A loss of more than a tenth is rarely a correction: the
 * file is usually partial, such as an export of one nation.
 *
 * @param scope the month, such as {@code 2020-01}, or the dataset
 * @param unit what is counted besides people: {@code nations} or {@code missions}
 * @param unitsBefore how many units have people in the database
 * @param unitsAfter how many units have people in the file
 * @param peopleBefore how many people the database counts; for fatalities, how many died
 * @param peopleAfter how many people the file counts
 */
@RegisterForReflection
public record Shrinkage(
        String scope, String unit, long unitsBefore, long unitsAfter, long peopleBefore, long peopleAfter) {

    /** Whether more than a tenth is lost, which the client must allow. */
    boolean isLarge() {
        return isLarge(unitsBefore, unitsAfter) || isLarge(peopleBefore, peopleAfter);
    }

    private static boolean isLarge(long before, long after) {
        return after * 10 < before * 9;
    }

    /** One line of text for command-line output. */
    @Override
    public String toString() {
        return "%s: %s %s instead of %s, %s people instead of %s"
                .formatted(scope, unitsAfter, unit, unitsBefore, peopleAfter, peopleBefore);
    }
}
