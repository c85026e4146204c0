package org.bluehelmets.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of a file's columns, in any case and order. */
final class Header {

    private final Map<String, Integer> places = new HashMap<>();

    /** Whether numbers may stand for days, as milliseconds since 1970: in JSON they do. */
    final boolean epochDates;

    /** @throws UnreadableFileException where two columns have one name */
    Header(List<String> names, boolean epochDates) throws UnreadableFileException {
        this.epochDates = epochDates;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) == null ? "" : names.get(i).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && places.put(name, i) != null) {
                throw new UnreadableFileException(
                        "the column " + name + " is there twice; take one of them away, or give it another name");
            }
        }
    }

    Set<String> names() {
        return places.keySet();
    }

    /** -1 where there is no such column. */
    int place(String column) {
        return places.getOrDefault(column, -1);
    }
}
