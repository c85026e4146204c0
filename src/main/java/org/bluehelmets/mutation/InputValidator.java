package org.bluehelmets.mutation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.EntityDescriptor;

/** Validates the arguments of one mutation. Collects all errors, each with the path of its argument. */
final class InputValidator {

    /** Maximum length of names and titles, in characters. */
    static final int MAX_NAME_LENGTH = 300;

    /** Maximum length of notes and reasons, in characters. */
    static final int MAX_NOTE_LENGTH = 4000;

    /** The message of a CONFLICT, with the current version as its argument. */
    static final String OUTDATED_VERSION =
            "is outdated: the current version is %s. Read the current version, and repeat the change with its number.";

    private static final String INPUT = "input";
    private static final Pattern DATE = Pattern.compile("[12]\\d{3}(-\\d\\d){0,2}");
    private static final int MAX_QUOTED_LENGTH = 60;

    private final EntityLoader loader;
    private final List<UserError> errors = new ArrayList<>();

    InputValidator(EntityLoader loader) {
        this.loader = loader;
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<UserError> errors() {
        return errors;
    }

    /**
     * Adds an error in the input.
     *
     * @param message follows the name of the field, such as "must not be empty."
     * @param path path within the input
     */
    void addError(UserErrorCode code, String message, String... path) {
        errors.add(new UserError(
                code,
                "`%s` %s".formatted(String.join(".", path), message),
                Stream.concat(Stream.of(INPUT), Stream.of(path)).toList()));
    }

    /** Adds an error in an argument other than the input. */
    void addArgumentError(String argument, UserErrorCode code, String message) {
        errors.add(new UserError(code, "`%s` %s".formatted(argument, message), List.of(argument)));
    }

    /** Returns the text without surrounding blanks. An empty text is an error. */
    String requireText(String text, int maxLength, String... path) {
        String stripped = optionalText(text, maxLength, path);
        if (stripped == null) {
            addError(UserErrorCode.INVALID, "must not be empty.", path);
        }
        return stripped;
    }

    /** Returns the text without surrounding blanks; null if it is empty. */
    String optionalText(String text, int maxLength, String... path) {
        String stripped = text == null || text.isBlank() ? null : text.strip();
        if (stripped != null && stripped.length() > maxLength) {
            addError(
                    UserErrorCode.INVALID,
                    "must have at most %s characters, but had %s.".formatted(maxLength, stripped.length()),
                    path);
        }
        return stripped;
    }

    /** @param inInput whether the reason is a field of the input; otherwise it is an argument */
    String requireReason(String reason, boolean inInput) {
        if (reason.isBlank() || reason.length() > MAX_NOTE_LENGTH) {
            String message = "must have 1 to %s characters, and not only blanks.".formatted(MAX_NOTE_LENGTH);
            if (inInput) {
                addError(UserErrorCode.INVALID, message, "reason");
            } else {
                addArgumentError("reason", UserErrorCode.INVALID, message);
            }
        }
        return reason.strip();
    }

    /** Returns an HTTP URL; null if it is empty. */
    String parseUrl(String url, String... path) {
        String stripped = optionalText(url, MAX_NOTE_LENGTH, path);
        if (stripped != null) {
            try {
                URI uri = new URI(stripped);
                if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                    return stripped;
                }
            } catch (URISyntaxException e) {
                // reported below
            }
            addError(UserErrorCode.INVALID, "must be a URL that begins with https:// or http://.", path);
        }
        return stripped;
    }

    /** Parses a day, month or year. Returns null if the text is null or no existing date. */
    PartialDate parseDate(String text, String... path) {
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return PartialDate.parse(text);
            }
        } catch (DateTimeException e) {
            // reported below
        }
        addError(
                UserErrorCode.INVALID,
                "must be an existing day, month or year, such as 2018-10-31, 2018-10 or 2018.",
                path);
        return null;
    }

    /** Rejects a date that is entirely in the future in every time zone. */
    void requireNotInFuture(PartialDate date, String... path) {
        if (date != null && date.date.isAfter(loader.today().plusDays(1))) {
            addError(UserErrorCode.INVALID, "must not be in the future, but was %s.".formatted(date), path);
        }
    }

    /** Rejects an end that is entirely before its start. */
    void requireEndNotBeforeStart(PartialDate start, PartialDate end) {
        if (start != null && end != null && end.last().isBefore(start.date)) {
            addError(
                    UserErrorCode.INVALID,
                    "must not be before `startsOn` (%s), but was %s.".formatted(start, end),
                    "endsOn");
        }
    }

    /** Rejects a date that is entirely before the start of the mission. */
    void requireNotBeforeMission(PartialDate start, PartialDate date, String mission, String... path) {
        if (date != null && date.last().isBefore(start.date)) {
            addError(
                    UserErrorCode.INVALID,
                    "must not be before the start of %s (%s), but was %s.".formatted(mission, start, date),
                    path);
        }
    }

    /** Rejects a date that is entirely after the actual or planned end of the mission. */
    void requireNotAfterMission(PartialDate end, PartialDate date, String mission, String... path) {
        if (date != null && date.date.isAfter(end.last())) {
            String kind = end.last().isBefore(loader.today()) ? "end" : "planned end";
            addError(
                    UserErrorCode.INVALID,
                    "must not be after the %s of %s (%s), but was %s.".formatted(kind, mission, end, date),
                    path);
        }
    }

    /** Rejects a unit of another mission. */
    void requireUnitServesIn(Battalion battalion, Mission mission) {
        if (battalion != null
                && mission != null
                && battalion.mission != null
                && !mission.pk.equals(battalion.mission.pk)) {
            addError(
                    UserErrorCode.INVALID,
                    "must serve in %s, but %s serves in another mission. Choose another unit, or omit it."
                            .formatted(mission.acronym, battalion.name),
                    "battalion");
        }
    }

    /** Rejects negative numbers, and numbers of women and men that contradict the total. */
    void requireConsistentNumbers(int total, Integer women, Integer men) {
        requireAtLeast(0, total, "total");
        requireAtLeast(0, women, "women");
        requireAtLeast(0, men, "men");
        if (women != null && men != null && (long) women + men != total) {
            addError(
                    UserErrorCode.INVALID,
                    "must be the sum of `women` and `men` (%s), but was %s. Omit numbers that the source does not give."
                            .formatted((long) women + men, total),
                    "total");
        } else if (women != null && women > total) {
            addError(UserErrorCode.INVALID, notMoreThanTotal(total, women), "women");
        } else if (men != null && men > total) {
            addError(UserErrorCode.INVALID, notMoreThanTotal(total, men), "men");
        }
    }

    private static String notMoreThanTotal(int total, int number) {
        return "must not be greater than `total` (%s), but was %s.".formatted(total, number);
    }

    void requireAtLeast(int min, Integer number, String... path) {
        if (number != null && number < min) {
            addError(UserErrorCode.INVALID, "must be at least %s, but was %s.".formatted(min, number), path);
        }
    }

    Source findSource(String key, String... path) {
        return find(
                key,
                text -> loader.findByKey(EntityDescriptor.SOURCES, text),
                "must be the key of an existing source, but was %s. Add the source with sourceAdd first.",
                path);
    }

    Nation findNation(String code, String... path) {
        return find(
                code,
                text -> loader.findByKey(EntityDescriptor.NATIONS, text),
                "must be the code of a country: three capital letters, such as KAZ, but was %s.",
                path);
    }

    Mission findMission(String acronym, String... path) {
        return find(
                acronym,
                text -> loader.findByKey(EntityDescriptor.MISSIONS, text),
                "must be the acronym of a mission, such as UNIFIL, but was %s.",
                path);
    }

    Battalion findBattalion(String name, String... path) {
        return find(
                name,
                loader::findBattalionByName,
                "must be the name of an existing unit, such as IndKazBat, but was %s. Add the unit with battalionAdd first.",
                path);
    }

    /** Finds an entity. Returns null if the name is null or, with an error, if there is no such entity. */
    private <T> T find(String name, Function<String, T> finder, String message, String... path) {
        T found = name == null ? null : finder.apply(name);
        if (name != null && found == null) {
            addError(UserErrorCode.NOT_FOUND, message.formatted(quote(name)), path);
        }
        return found;
    }

    /** Finds entities. Repeated entities are errors. */
    <T> Set<T> findAll(Collection<String> names, Finder<T> finder, String field) {
        Set<T> found = new HashSet<>();
        int index = 0;
        for (String name : names == null ? List.<String>of() : names) {
            T entity = finder.find(name, field, String.valueOf(index));
            if (entity != null && !found.add(entity)) {
                addError(
                        UserErrorCode.DUPLICATE,
                        "repeats %s. List each value once.".formatted(quote(name)),
                        field,
                        String.valueOf(index));
            }
            index++;
        }
        return found;
    }

    interface Finder<T> {
        T find(String name, String... path);
    }

    /** Finds entities like {@link #findAll}. An empty list is an error. */
    <T> Set<T> findAtLeastOne(Collection<String> names, Finder<T> finder, String field) {
        if (names.isEmpty()) {
            addError(UserErrorCode.INVALID, "must have at least one element.", field);
        }
        return findAll(names, finder, field);
    }

    /** Returns the natural key in a global id; null if it is no global id of the type. */
    static String parseGlobalId(String type, String id) {
        return GlobalId.parse(id)
                .filter(parsed -> parsed.type().equals(type))
                .map(GlobalId::key)
                .orElse(null);
    }

    /** Quotes a text from the input for an error message. */
    static String quote(String text) {
        return text.length() <= MAX_QUOTED_LENGTH
                ? "\"" + text + "\""
                : "a text of %s characters".formatted(text.length());
    }
}
