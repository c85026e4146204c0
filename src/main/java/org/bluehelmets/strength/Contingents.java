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
 * The contingents of one country in one mission. Finds out whether an official total, which covers all of them, may
 * include a contingent that a personnel count does not cover.
 *
 * <p><b>Contingents that a count covers:</b>
 * <ul>
 *   <li>The count of a deployment covers that deployment, deployments of the same unit with the same rotation number or
 *       none, and deployments with the same rotation number and no unit.
 *   <li>The count of a unit without a deployment covers all deployments of the unit. In a month of handover, these are
 *       both rotations. If no deployment of the unit was present, it covers the only deployment without a unit.
 *   <li>A unit matches its parents and subunits at any depth. Two subunits of one parent do not match.
 *   <li>The count of a joint battalion covers the personnel of the count's country. Deployments of other countries are
 *       ignored, because the official total covers one country.
 * </ul>
 *
 * <p><b>Contingents present in a month:</b> all that may have been present on at least one day.
 * <ul>
 *   <li>A partial date stands for every day in it.
 *   <li>A count with status DEPLOYED proves that its deployment or unit was present in that month.
 *   <li>Rotations succeed each other. A rotation with an unknown end ends in the month in which the next one starts; in
 *       that month both are present, and earlier rotations have ended. A rotation with an unknown start begins in the
 *       month in which the previous one ends, or else not before the previous one.
 *   <li>The rotation that the count covers was present in that month. Earlier rotations had ended, unless it is known to
 *       start in that month. Later rotations with an unknown start had not begun.
 *   <li>All rotations of the country in the mission form one series. If unrelated units have rotations with the same
 *       number, each unit has its own series.
 *   <li>A deployment without dates and rotation number may have been present at any time, unless it is only planned.
 * </ul>
 */
final class Contingents {

    private final List<Contingent> all;
    private final UnitHierarchy units;

    /** Whether unrelated units have rotations with the same number. */
    private final boolean hasSeriesPerUnit;

    Contingents(List<Contingent> all, UnitHierarchy units) {
        this.all = List.copyOf(all);
        this.units = units;
        hasSeriesPerUnit = all.stream()
                .filter(one -> one.rotation() != null)
                .anyMatch(one -> all.stream()
                        .anyMatch(two ->
                                one.rotation().equals(two.rotation()) && units.unrelated(one.unit(), two.unit())));
    }

    /** Names what a count covers, such as "rotation 3 of IndKazBat"; null if it has no name. */
    String name(PersonnelCount count) {
        Optional<Contingent> own = findDeployment(count);
        Long unit = count.battalion != null
                ? count.battalion.pk
                : own.map(Contingent::unit).orElse(null);
        return name(own.map(Contingent::rotation).orElse(null), units.name(unit), null);
    }

    /** Names a contingent for use in a sentence. */
    String name(Contingent contingent) {
        return name(contingent.rotation(), units.name(contingent.unit()), "another deployment");
    }

    private static String name(Integer rotation, String unit, String otherwise) {
        if (rotation == null) {
            return unit == null ? otherwise : unit;
        }
        // Not formatted as a number, because some locales use other digits.
        return "rotation " + rotation + (unit == null ? "" : " of " + unit);
    }

    /** Finds a contingent that the count does not cover, but that may have been present with the count's category. */
    Optional<Contingent> findOther(PersonnelCount count, YearMonth month) {
        Contingent own = findDeployment(count)
                .map(found -> withInferredDates(found, count, month))
                .orElse(null);
        List<Contingent> known = all.stream()
                .map(each -> own != null && own.deployment().equals(each.deployment()) ? own : each)
                .toList();
        List<Contingent> present = known.stream()
                .filter(each -> each.mayInclude(count.category) && mayBePresent(each, known, month))
                .toList();
        if (count.deployment != null) {
            return present.stream()
                    .filter(each -> own == null || !isSame(each, own, count))
                    .findFirst();
        }
        Long unit = count.battalion.pk;
        List<Contingent> withoutUnit =
                present.stream().filter(each -> each.unit() == null).toList();
        boolean hasDeploymentOfUnit =
                present.stream().anyMatch(each -> each.deployment() != null && units.related(each.unit(), unit));
        return Stream.concat(
                        present.stream().filter(each -> units.unrelated(each.unit(), unit)),
                        withoutUnit.stream().skip(hasDeploymentOfUnit ? 0 : 1))
                .findFirst();
    }

    /** Finds the deployment of a count; empty if it names none. */
    private Optional<Contingent> findDeployment(PersonnelCount count) {
        return all.stream()
                .filter(each -> count.deployment != null && count.deployment.pk.equals(each.deployment()))
                .findFirst();
    }

    /** Fills unknown dates of the count's deployment: the count proves that it was present in that month. */
    private static Contingent withInferredDates(Contingent own, PersonnelCount count, YearMonth month) {
        PartialDate start = count.status == CountStatus.PLANNED ? count.asOf : monthDate(month.minusMonths(1));
        return own.withDates(
                own.start() == null ? start : own.start(),
                own.end() == null ? monthDate(month.plusMonths(1)) : own.end());
    }

    private static PartialDate monthDate(YearMonth month) {
        return new PartialDate(month.atDay(1), DatePrecision.MONTH);
    }

    /** Whether a contingent is the count's deployment, includes it, or is part of it. */
    private boolean isSame(Contingent each, Contingent own, PersonnelCount count) {
        Long unit = count.battalion == null ? null : count.battalion.pk;
        boolean sameUnit = units.related(each.unit(), own.unit()) || units.related(each.unit(), unit);
        boolean unitUnknown = each.unit() == null || own.unit() == null && unit == null;
        boolean sameRotation = each.rotation() != null && each.rotation().equals(own.rotation());
        boolean rotationUnknown = each.rotation() == null || own.rotation() == null;
        // A unit without a deployment may be the count's own deployment unless the units are known to differ.
        return own.deployment().equals(each.deployment())
                || sameUnit && (sameRotation || rotationUnknown)
                || unitUnknown && (sameRotation || each.deployment() == null);
    }

    private boolean mayBePresent(Contingent each, List<Contingent> known, YearMonth month) {
        if (each.deployedMonths().contains(month)) {
            return true;
        }
        if (each.deployment() == null || each.status() == DeploymentStatus.PLANNED && each.start() == null) {
            return false;
        }
        YearMonth first = firstMonth(each, known);
        YearMonth last = lastMonth(each, known);
        return (first == null || !first.isAfter(month)) && (last == null || !last.isBefore(month));
    }

    /** The first month in which a contingent may have been present; null if unlimited. */
    private YearMonth firstMonth(Contingent each, List<Contingent> known) {
        return each.start() != null
                ? YearMonth.from(each.start().date)
                : known.stream()
                        .filter(before -> follows(each, before))
                        .map(before -> earliestStartAfter(before, each.rotation() - before.rotation() == 1))
                        .filter(Objects::nonNull)
                        // Ignores contradictory dates.
                        .filter(month -> each.end() == null || !month.isAfter(lastMonthOf(each.end())))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static YearMonth earliestStartAfter(Contingent before, boolean next) {
        if (before.end() == null) {
            return before.start() == null ? null : YearMonth.from(before.start().date);
        }
        return YearMonth.from(before.end().date).plusMonths(next ? 0 : 1);
    }

    /** The last month in which a contingent may have been present; null if unlimited. */
    private YearMonth lastMonth(Contingent each, List<Contingent> known) {
        return each.end() != null
                ? lastMonthOf(each.end())
                : known.stream()
                        .filter(after -> follows(after, each))
                        .map(after -> latestEndBefore(after, after.rotation() - each.rotation() == 1))
                        .filter(Objects::nonNull)
                        .filter(month -> each.start() == null || !month.isBefore(YearMonth.from(each.start().date)))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static YearMonth latestEndBefore(Contingent after, boolean next) {
        if (after.start() == null) {
            return after.end() == null ? null : lastMonthOf(after.end());
        }
        return lastMonthOf(after.start()).minusMonths(next ? 0 : 1);
    }

    private static YearMonth lastMonthOf(PartialDate date) {
        return YearMonth.from(date.last());
    }

    private boolean follows(Contingent after, Contingent before) {
        return after.rotation() != null
                && before.rotation() != null
                && after.rotation() > before.rotation()
                && !(hasSeriesPerUnit && units.unrelated(after.unit(), before.unit()));
    }
}
