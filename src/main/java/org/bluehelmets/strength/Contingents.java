package org.bluehelmets.strength;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.DatePrecision;
import org.bluehelmets.model.DeploymentStatus;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.PersonnelCount;

/**
 * The contingents of one nation in one mission. It answers whether an official total, which counts them together, may
 * include others than the one that a figure counts.
 *
 * <p><b>The same contingent as the figure's:</b>
 * <ul>
 *   <li>A figure of a deployment counts that deployment; also a deployment of the same unit with the same number or
 *       without one, and one of the same number that names no unit.
 *   <li>A figure of a unit without a deployment counts all deployments of that unit: in a month of handover, both
 *       rotations. If no deployment of the unit was there, it counts the only one that names no unit.
 *   <li>A unit is the same as its parents and subunits, at any depth. Two subunits of one parent are different.
 *   <li>The figure of a joint battalion counts the part of the figure's nation. Deployments of other nations do not
 *       matter, as the official total is that of one nation.
 * </ul>
 *
 * <p><b>There in a month:</b> every contingent that may have been there on some day of it.
 * <ul>
 *   <li>A partial date allows every day that it may mean.
 *   <li>A figure with status DEPLOYED shows that its deployment, or its unit, was there in that month.
 *   <li>Rotations follow each other. A rotation whose end is unknown ends in the month in which the next one begins;
 *       in that month both are there. The rotations before it have ended by then. A rotation whose start is unknown
 *       begins in the month in which the one before ends, or else not before that one.
 *   <li>The rotation that the figure counts was there in that month, and the ones before it had ended, unless it is
 *       known to begin in that month. Those after it with an unknown start had not begun.
 *   <li>All rotations of the nation in the mission are one series; but if unrelated units have rotations of the same
 *       number, each unit has a series of its own.
 *   <li>Without any date or number, a deployment may have been there at any time, unless it is only planned.
 * </ul>
 */
final class Contingents {

    private final List<Contingent> all;
    private final UnitHierarchy units;

    /** Whether unrelated units have rotations of the same number. */
    private final boolean byUnit;

    Contingents(List<Contingent> all, UnitHierarchy units) {
        this.all = List.copyOf(all);
        this.units = units;
        byUnit = all.stream()
                .filter(one -> one.rotation() != null)
                .anyMatch(one -> all.stream()
                        .anyMatch(two ->
                                one.rotation().equals(two.rotation()) && units.unrelated(one.unit(), two.unit())));
    }

    /** What a figure of a unit or deployment counts, for a sentence: "rotation 3 of IndKazBat"; null where it has no name. */
    String name(PersonnelCount figure) {
        Optional<Contingent> own = own(figure);
        Long unit = figure.battalion != null
                ? figure.battalion.pk
                : own.map(Contingent::unit).orElse(null);
        return name(own.map(Contingent::rotation).orElse(null), units.name(unit), null);
    }

    /** What a contingent is, for a sentence. */
    String name(Contingent contingent) {
        return name(contingent.rotation(), units.name(contingent.unit()), "another deployment");
    }

    private static String name(Integer rotation, String unit, String otherwise) {
        if (rotation == null) {
            return unit == null ? otherwise : unit;
        }
        // not formatted as a number, which some locales do not write in these digits
        return "rotation " + rotation + (unit == null ? "" : " of " + unit);
    }

    /** Another contingent that may have been there in a month, and may consist of the figure's category. */
    Optional<Contingent> other(PersonnelCount figure, YearMonth month) {
        Contingent own = own(figure).map(found -> dated(found, figure, month)).orElse(null);
        List<Contingent> known = all.stream()
                .map(each -> own != null && own.deployment().equals(each.deployment()) ? own : each)
                .toList();
        List<Contingent> there = known.stream()
                .filter(each -> each.mayBeIn(figure.category) && isThere(each, known, month))
                .toList();
        if (figure.deployment != null) {
            return there.stream()
                    .filter(each -> own == null || !isSame(each, own, figure))
                    .findFirst();
        }
        Long unit = figure.battalion.pk;
        List<Contingent> unnamed =
                there.stream().filter(each -> each.unit() == null).toList();
        boolean named = there.stream().anyMatch(each -> each.deployment() != null && units.related(each.unit(), unit));
        return Stream.concat(
                        there.stream().filter(each -> units.unrelated(each.unit(), unit)),
                        unnamed.stream().skip(named ? 0 : 1))
                .findFirst();
    }

    /** The deployment that a figure counts; empty where it names none. */
    private Optional<Contingent> own(PersonnelCount figure) {
        return all.stream()
                .filter(each -> figure.deployment != null && figure.deployment.pk.equals(each.deployment()))
                .findFirst();
    }

    /** The figure's deployment, with what the figure says of its dates: it was there in that month. */
    private static Contingent dated(Contingent own, PersonnelCount figure, YearMonth month) {
        PartialDate start = figure.status == CountStatus.PLANNED ? figure.asOf : in(month.minusMonths(1));
        return own.within(
                own.start() == null ? start : own.start(), own.end() == null ? in(month.plusMonths(1)) : own.end());
    }

    private static PartialDate in(YearMonth month) {
        return new PartialDate(month.atDay(1), DatePrecision.MONTH);
    }

    /** Whether a contingent is the one that the figure's deployment is, or includes it, or is included in it. */
    private boolean isSame(Contingent each, Contingent own, PersonnelCount figure) {
        Long unit = figure.battalion == null ? null : figure.battalion.pk;
        boolean sameUnit = units.related(each.unit(), own.unit()) || units.related(each.unit(), unit);
        boolean unitUnknown = each.unit() == null || own.unit() == null && unit == null;
        boolean sameRotation = each.rotation() != null && each.rotation().equals(own.rotation());
        boolean rotationUnknown = each.rotation() == null || own.rotation() == null;
        // what only figures name may be the figure's own deployment, until its unit is known to be another
        return own.deployment().equals(each.deployment())
                || sameUnit && (sameRotation || rotationUnknown)
                || unitUnknown && (sameRotation || each.deployment() == null);
    }

    private boolean isThere(Contingent each, List<Contingent> known, YearMonth month) {
        if (each.seen().contains(month)) {
            return true;
        }
        if (each.deployment() == null || each.status() == DeploymentStatus.PLANNED && each.start() == null) {
            return false;
        }
        YearMonth first = first(each, known);
        YearMonth last = last(each, known);
        return (first == null || !first.isAfter(month)) && (last == null || !last.isBefore(month));
    }

    /** The first month in which a contingent may have been there; null where nothing limits it. */
    private YearMonth first(Contingent each, List<Contingent> known) {
        return each.start() != null
                ? YearMonth.from(each.start().date)
                : known.stream()
                        .filter(before -> follows(each, before))
                        .map(before -> startAfter(before, each.rotation() - before.rotation() == 1))
                        .filter(Objects::nonNull)
                        // dates that contradict each other limit nothing
                        .filter(month -> each.end() == null || !month.isAfter(lastOf(each.end())))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static YearMonth startAfter(Contingent before, boolean next) {
        if (before.end() == null) {
            return before.start() == null ? null : YearMonth.from(before.start().date);
        }
        return YearMonth.from(before.end().date).plusMonths(next ? 0 : 1);
    }

    /** The last month in which a contingent may have been there; null where nothing limits it. */
    private YearMonth last(Contingent each, List<Contingent> known) {
        return each.end() != null
                ? lastOf(each.end())
                : known.stream()
                        .filter(after -> follows(after, each))
                        .map(after -> endBefore(after, after.rotation() - each.rotation() == 1))
                        .filter(Objects::nonNull)
                        .filter(month -> each.start() == null || !month.isBefore(YearMonth.from(each.start().date)))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static YearMonth endBefore(Contingent after, boolean next) {
        if (after.start() == null) {
            return after.end() == null ? null : lastOf(after.end());
        }
        return lastOf(after.start()).minusMonths(next ? 0 : 1);
    }

    private static YearMonth lastOf(PartialDate date) {
        return YearMonth.from(date.last());
    }

    private boolean follows(Contingent after, Contingent before) {
        return after.rotation() != null
                && before.rotation() != null
                && after.rotation() > before.rotation()
                && !(byUnit && units.unrelated(after.unit(), before.unit()));
    }
}
