package org.bluehelmets.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What an import changed, by what its dataset is replaced by: months of contributions, missions, missions with
 * fatalities.
 *
 * @param added those that were not there before
 * @param replaced those that the file has otherwise than the database had
 * @param removed those that the file has no more
 * @param unchanged how many were there as the file has them
 * @param kept how many stay as they are, as another source describes them, or rows of them were skipped
 */
@RegisterForReflection
public record ImportSummary(List<String> added, List<String> replaced, List<String> removed, int unchanged, int kept) {

    static final ImportSummary NONE = new ImportSummary(List.of(), List.of(), List.of(), 0, 0);
}
