package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What an import changed. The items are months of contributions, or the acronyms of missions.
 *
 * @param added new items
 * @param replaced items whose data in the file differs from the stored data
 * @param removed stored items that the file does not contain
 * @param unchanged the number of items that are equal in the file and in the database
 * @param kept the number of items that keep their stored data, because of another source or bad rows
 */
@RegisterForReflection
public record ImportSummary(List<String> added, List<String> replaced, List<String> removed, int unchanged, int kept) {

    static final ImportSummary NONE = new ImportSummary(List.of(), List.of(), List.of(), 0, 0);
}
