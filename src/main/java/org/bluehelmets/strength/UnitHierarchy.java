package org.bluehelmets.strength;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Military units by their surrogate keys, and which of them are parts of which. */
record UnitHierarchy(Map<Long, Unit> byPk) {

    /** @param parent null for a unit that is no part of another */
    record Unit(String name, Long parent) {}

    /** The name of a unit; null where there is none. */
    String name(Long unit) {
        Unit found = unit == null ? null : byPk.get(unit);
        return found == null ? null : found.name;
    }

    /** Whether two known units are the same, or one is a part of the other, at any depth. */
    boolean related(Long one, Long other) {
        return one != null && other != null && (contains(one, other) || contains(other, one));
    }

    /** Whether both units are known, and neither is a part of the other. */
    boolean unrelated(Long one, Long other) {
        return one != null && other != null && !related(one, other);
    }

    private boolean contains(Long whole, Long part) {
        Set<Long> seen = new HashSet<>();
        // nothing in the database forbids that two units are each other's parents
        for (Long unit = part; unit != null && seen.add(unit); ) {
            if (unit.equals(whole)) {
                return true;
            }
            Unit found = byPk.get(unit);
            unit = found == null ? null : found.parent;
        }
        return false;
    }
}
