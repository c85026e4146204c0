package org.bluehelmets.ingest;

import java.util.List;

/**
 * What an import changed, by what its dataset is replaced by: months of contributions, missions, missions with
 * fatalities.
 *
 * @param added those that were not there before
 * @param replaced those that the file has otherwise than the database had
 * @param removed those that the file has no more
 * @param unchanged how many were there as the file has them
 */
public record Changes(List<String> added, List<String> replaced, List<String> removed, int unchanged) {

    static final Changes NONE = new Changes(List.of(), List.of(), List.of(), 0);
}
