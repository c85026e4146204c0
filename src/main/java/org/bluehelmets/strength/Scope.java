package org.bluehelmets.strength;

/**
 * The part of the official reports to add up.
 *
 * @param nationPk the surrogate key of a nation; null for all contributing countries together
 * @param missionPk the surrogate key of a mission; null for all UN missions together
 */
public record Scope(Long nationPk, Long missionPk) {

    Shape shape() {
        return new Shape(nationPk != null, missionPk != null);
    }

    Scope withoutMission() {
        return new Scope(nationPk, null);
    }

    /** The columns that a scope restricts. One SQL statement reads all scopes of one shape. */
    record Shape(boolean byNation, boolean byMission) {}
}
