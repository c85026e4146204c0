package org.bluehelmets.strength;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The military units by surrogate key with their parents. */
record UnitHierarchy(Map<Long, Unit> byPk) {

    /** @param parent the surrogate key of the larger unit; null if there is none */
    record Unit(String name, Long parent) {}

    /** Returns the name of a unit; null if the unit is null or unknown. */
    String name(Long unit) {
        Unit found = unit == null ? null : byPk.get(unit);
        return found == null ? null : found.name;
    }

    /** Whether both units are known, and they are equal or one contains the other at any depth. */
    boolean related(Long one, Long other) {
        return one != null && other != null && (contains(one, other) || contains(other, one));
    }

    /** Whether both units are known, and neither contains the other. */
    boolean unrelated(Long one, Long other) {
        return one != null && other != null && !related(one, other);
    }

    private boolean contains(Long whole, Long part) {
        Set<Long> seen = new HashSet<>();
        // The database permits cycles of parents.
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
