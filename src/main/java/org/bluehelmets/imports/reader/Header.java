package org.bluehelmets.imports.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of a file's columns, in any case and order. */
public final class Header {

    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final int width;

    Header(List<String> names) {
        width = names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = folded(names.get(i));
            if (!name.isEmpty() && places.putIfAbsent(name, i) != null) {
                repeated.add(name);
            }
        }
    }

    /** A name as it is compared: without blanks around it, in lower case. */
    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public Set<String> names() {
        return places.keySet();
    }

    /** Names that more than one column has. */
    public Set<String> repeated() {
        return repeated;
    }

    /** How many columns there are, also those without a name. */
    int width() {
        return width;
    }

    /** -1 where there is no such column. */
    int place(String column) {
        return places.getOrDefault(column, -1);
    }
}
