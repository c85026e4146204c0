package org.bluehelmets.strength;

/**
 * Whose strength is meant.
 *
 * @param nation the surrogate key of a nation; null for all contributors together
 * @param mission the surrogate key of a mission; null for all UN missions together
 */
record Scope(Long nation, Long mission) {

    Shape shape() {
        return new Shape(nation != null, mission != null);
    }

    Scope ofAllMissions() {
        return new Scope(nation, null);
    }

    /** What a scope tells apart: scopes of one shape are read by one statement. */
    record Shape(boolean byNation, boolean byMission) {}
}
