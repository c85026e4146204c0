package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A valid row that is not stored, because it describes no mission of its own.
 *
 * @param line the line of the file where the row starts, from 1
 * @param value the acronym
 * @param reason why the row is not stored
 */
@RegisterForReflection
public record SkippedRow(long line, String value, String reason) {

    /** One line of text for command-line output. */
    @Override
    public String toString() {
        return "line %s: %s is skipped: %s".formatted(line, value, reason);
    }
}
