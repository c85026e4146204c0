package org.bluehelmets.strength;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Computes verdicts in plain Java from the documented rules. It shares no code with the implementation: months are
 * numbers, and dates are strings.
 */
final class VerdictOracle {

    /** The units and their parents. */
    static final Map<String, String> PARENTS = new LinkedHashMap<>();

    static {
        PARENTS.put("A", null);
        PARENTS.put("A1", "A");
        PARENTS.put("A2", "A");
        PARENTS.put("B", null);
    }

    record Row(String nation, String mission, String category, int total, String day) {}

    record Deployment(
            String key,
            String nation,
            String mission,
            String unit,
            Integer rotation,
            String status,
            String start,
            String end) {}

    record Figure(
            String key,
            String nation,
            String mission,
            String unit,
            String deployment,
            String category,
            int total,
            String precision,
            String status,
            String asOf,
            boolean noteNamesMission) {}

    private final List<Row> reported;
    private final List<Deployment> deployments;
    private final List<Figure> figures;

    VerdictOracle(List<Row> reported, List<Deployment> deployments, List<Figure> figures) {
        this.reported = reported;
        this.deployments = deployments;
        this.figures = figures;
    }

    /** Returns the verdict and the official total, such as {@code DIFFERS 120}. */
    String verdict(Figure figure) {
        boolean ofPart = figure.unit != null || figure.deployment != null;
        if (figure.status.equals("AUTHORISED")
                || figure.status.equals("HISTORICAL")
                || "OIF".equals(figure.mission)
                || figure.asOf.length() == 4
                || figure.noteNamesMission
                || ofPart && (figure.nation == null || figure.mission == null)) {
            return "NOT_COMPARABLE null";
        }
        int asOf = earliest(figure.asOf);
        Integer month = null;
        for (int each = asOf; each <= asOf + (figure.status.equals("PLANNED") ? 6 : 0) && month == null; each++) {
            month = isReported(each, figure.mission != null) ? each : null;
        }
        if (month == null) {
            return "NO_OFFICIAL_REPORT null";
        }
        int official = official(figure, month);
        String verdict;
        if (ofPart && hasOther(figure, month)) {
            verdict = "NOT_COMPARABLE";
        } else if (figure.precision.equals("ABOUT") && Math.abs(official - figure.total) * 20 <= figure.total
                || official == figure.total) {
            verdict = "CONFIRMED";
        } else if (official > figure.total) {
            verdict = ofPart ? "NOT_COMPARABLE" : figure.precision.equals("AT_LEAST") ? "CONFIRMED" : "DIFFERS";
        } else {
            verdict = figure.precision.equals("UP_TO") ? "CONFIRMED" : "DIFFERS";
        }
        return verdict + " " + official;
    }

    private boolean isReported(int month, boolean byMission) {
        return reported.stream().anyMatch(row -> earliest(row.day) == month && (!byMission || !row.mission.isEmpty()));
    }

    private int official(Figure figure, int month) {
        int sum = 0;
        for (Row row : reported) {
            if (earliest(row.day) == month
                    && (figure.nation == null || figure.nation.equals(row.nation))
                    && (figure.mission == null || figure.mission.equals(row.mission))
                    && (figure.category.equals("ALL") || figure.category.equals(row.category))) {
                sum += row.total;
            }
        }
        return sum;
    }

    private boolean hasOther(Figure figure, int month) {
        Deployment own = deployments.stream()
                .filter(each -> each.key.equals(figure.deployment))
                .findFirst()
                .orElse(null);
        int ofUnit = 0;
        int withoutUnit = 0;
        for (Deployment each : deployments) {
            if (!each.nation.equals(figure.nation)
                    || !each.mission.equals(figure.mission)
                    || !mayBeOf(each, figure.category)
                    || !isThere(each, own, figure, month)) {
                continue;
            }
            if (own != null) {
                if (!isSame(each, own, figure.unit)) {
                    return true;
                }
            } else if (each.unit == null) {
                withoutUnit++;
            } else if (isRelated(each.unit, figure.unit)) {
                ofUnit++;
            } else {
                return true;
            }
        }
        if (withoutUnit > (ofUnit > 0 ? 0 : 1)) {
            return own == null;
        }
        return figureOfOtherUnit(figure, own, month);
    }

    /** Whether counts of that month prove that another unit was present. */
    private boolean figureOfOtherUnit(Figure figure, Deployment own, int month) {
        Set<String> units = new HashSet<>();
        units.add(figure.unit);
        units.add(own == null ? null : own.unit);
        units.remove(null);
        for (Figure seen : figures) {
            if (seen.deployment == null
                    && seen.unit != null
                    && Objects.equals(seen.nation, figure.nation)
                    && Objects.equals(seen.mission, figure.mission)
                    && isSeenIn(seen, month)
                    && figures.stream()
                            .anyMatch(other -> other.deployment == null
                                    && seen.unit.equals(other.unit)
                                    && seen.nation.equals(other.nation)
                                    && seen.mission.equals(other.mission)
                                    && overlap(other.category, figure.category))
                    && !units.isEmpty()
                    && units.stream().noneMatch(unit -> isRelated(unit, seen.unit))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeenIn(Figure figure, int month) {
        return figure.status.equals("DEPLOYED") && figure.asOf.length() > 4 && earliest(figure.asOf) == month;
    }

    private boolean mayBeOf(Deployment deployment, String category) {
        List<Figure> counted = figures.stream()
                .filter(each -> deployment.key.equals(each.deployment))
                .toList();
        return counted.isEmpty() || counted.stream().anyMatch(each -> overlap(each.category, category));
    }

    private static boolean overlap(String one, String other) {
        return one.equals("ALL") || other.equals("ALL") || one.equals(other);
    }

    private static boolean isSame(Deployment each, Deployment own, String unit) {
        if (each == own) {
            return true;
        }
        boolean numbered = each.rotation != null && own.rotation != null;
        boolean sameNumber = numbered && each.rotation.equals(own.rotation);
        if (isRelated(each.unit, own.unit) || isRelated(each.unit, unit)) {
            return sameNumber || !numbered;
        }
        return sameNumber && (each.unit == null || own.unit == null && unit == null);
    }

    private boolean isThere(Deployment each, Deployment own, Figure figure, int month) {
        if (figures.stream().anyMatch(seen -> each.key.equals(seen.deployment) && isSeenIn(seen, month))) {
            return true;
        }
        if (each.status.equals("PLANNED") && each.start == null && each != own) {
            return false;
        }
        if (start(each, own, figure, month) != null ? start(each, own, figure, month)[0] > month : false) {
            return false;
        }
        if (end(each, own, month) != null && end(each, own, month)[1] < month) {
            return false;
        }
        for (Deployment other : deployments) {
            if (!isSeries(each, other)) {
                continue;
            }
            int[] start = start(other, own, figure, month);
            int[] end = end(other, own, month);
            int[] ownStart = start(each, own, figure, month);
            int[] ownEnd = end(each, own, month);
            int apart = other.rotation - each.rotation;
            if (apart > 0 && ownEnd == null) {
                Integer last =
                        start != null ? Integer.valueOf(start[1] - (apart > 1 ? 1 : 0)) : end == null ? null : end[1];
                if (last != null && last < month && (ownStart == null || last >= ownStart[0])) {
                    return false;
                }
            }
            if (apart < 0 && ownStart == null) {
                Integer first =
                        end != null ? Integer.valueOf(end[0] + (apart < -1 ? 1 : 0)) : start == null ? null : start[0];
                if (first != null && first > month && (ownEnd == null || first <= ownEnd[1])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isSeries(Deployment one, Deployment two) {
        if (!one.nation.equals(two.nation)
                || !one.mission.equals(two.mission)
                || one.rotation == null
                || two.rotation == null
                || one.rotation.equals(two.rotation)) {
            return false;
        }
        boolean clash = false;
        for (Deployment a : deployments) {
            for (Deployment b : deployments) {
                clash |= a.nation.equals(one.nation)
                        && b.nation.equals(one.nation)
                        && a.mission.equals(one.mission)
                        && b.mission.equals(one.mission)
                        && a.rotation != null
                        && a.rotation.equals(b.rotation)
                        && a.unit != null
                        && b.unit != null
                        && !isRelated(a.unit, b.unit);
            }
        }
        return !clash || one.unit == null || two.unit == null || isRelated(one.unit, two.unit);
    }

    /** The first and last month in which a deployment may have begun; null if unknown. */
    private static int[] start(Deployment each, Deployment own, Figure figure, int month) {
        if (each.start == null && each == own) {
            int begun = figure.status.equals("PLANNED") ? earliest(figure.asOf) : month - 1;
            return new int[] {begun, begun};
        }
        return each.start == null ? null : new int[] {earliest(each.start), latest(each.start)};
    }

    private static int[] end(Deployment each, Deployment own, int month) {
        if (each.end == null && each == own) {
            return new int[] {month + 1, month + 1};
        }
        return each.end == null ? null : new int[] {earliest(each.end), latest(each.end)};
    }

    private static boolean isRelated(String one, String other) {
        return one != null
                && other != null
                && (one.equals(other) || one.equals(PARENTS.get(other)) || other.equals(PARENTS.get(one)));
    }

    private static int earliest(String date) {
        int year = Integer.parseInt(date.substring(0, 4));
        return year * 12 + (date.length() == 4 ? 0 : Integer.parseInt(date.substring(5, 7)) - 1);
    }

    private static int latest(String date) {
        return earliest(date) + (date.length() == 4 ? 11 : 0);
    }
}
