package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A row that was read and is not stored, for it describes nothing of its own.
 *
 * @param line the line of the file that it begins in, from 1
 * @param value what it is about, such as the acronym of a mission
 * @param reason why it is not stored
 */
@RegisterForReflection
public record SkippedRow(long line, String value, String reason) {

    /** One line of text for people. */
    @Override
    public String toString() {
        return "line %s: %s is skipped: %s".formatted(line, value, reason);
    }
}
