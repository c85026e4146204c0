package org.bluehelmets.imports.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The column names of a file. Case and order are ignored. */
public final class Header {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final int width;

    Header(List<String> names) {
        width = names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = normalized(names.get(i));
            if (!name.isEmpty() && indexes.putIfAbsent(name, i) != null) {
                repeated.add(name);
            }
        }
    }

    /** Returns a name without surrounding blanks, in lower case. */
    static String normalized(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public Set<String> names() {
        return indexes.keySet();
    }

    /** Names that appear more than once. */
    public Set<String> repeated() {
        return repeated;
    }

    /** The number of columns, including those without a name. */
    int width() {
        return width;
    }

    /** Returns the index of a column, or -1 if there is no such column. */
    int indexOf(String column) {
        return indexes.getOrDefault(column, -1);
    }
}
