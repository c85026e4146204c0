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
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.EntityDescriptor;

/** What is wrong with the arguments of one mutation: all of it, each fault with its path. */
final class InputValidator {

    /** What a name or a title may have, in characters. */
    static final int LONGEST_NAME = 300;

    /** What a note or a reason may have. */
    static final int LONGEST_NOTE = 4000;

    private static final String INPUT = "input";
    private static final Pattern DATE = Pattern.compile("[12]\\d{3}(-\\d\\d){0,2}");
    private static final int LONGEST_SHOWN = 60;

    private final EntityLoader loader;
    private final List<UserError> errors = new ArrayList<>();

    InputValidator(EntityLoader loader) {
        this.loader = loader;
    }

    boolean failed() {
        return !errors.isEmpty();
    }

    List<UserError> errors() {
        return errors;
    }

    /** @param path where in the input */
    void fault(UserErrorCode code, String message, String... path) {
        errors.add(new UserError(
                code, message, Stream.concat(Stream.of(INPUT), Stream.of(path)).toList()));
    }

    /** @param argument one that is not the input */
    void faultOf(String argument, UserErrorCode code, String message) {
        errors.add(new UserError(code, message, List.of(argument)));
    }

    /** A text without the blanks around it, which must not be all there is. */
    String text(String text, int longest, String... path) {
        String stripped = optional(text, longest, path);
        if (stripped == null) {
            fault(UserErrorCode.INVALID, "it is empty; write something", path);
        }
        return stripped;
    }

    /** A text without the blanks around it; null where there is nothing else. */
    String optional(String text, int longest, String... path) {
        String stripped = text == null || text.isBlank() ? null : text.strip();
        if (stripped != null && stripped.length() > longest) {
            fault(
                    UserErrorCode.INVALID,
                    "it has %s characters; write at most %s".formatted(stripped.length(), longest),
                    path);
        }
        return stripped;
    }

    String reason(String reason, boolean inInput) {
        if (reason.isBlank() || reason.length() > LONGEST_NOTE) {
            String message = "say why, in at most %s characters".formatted(LONGEST_NOTE);
            if (inInput) {
                fault(UserErrorCode.INVALID, message, "reason");
            } else {
                faultOf("reason", UserErrorCode.INVALID, message);
            }
        }
        return reason.strip();
    }

    /** A web address; null where none is given. */
    String url(String url, String... path) {
        String stripped = optional(url, LONGEST_NOTE, path);
        if (stripped != null) {
            try {
                URI uri = new URI(stripped);
                if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                    return stripped;
                }
            } catch (URISyntaxException e) {
                // refused below
            }
            fault(UserErrorCode.INVALID, "it is no web address; write one that begins with https:// or http://", path);
        }
        return stripped;
    }

    /** A date as exact as it is given; null where none is, or none that exists. */
    PartialDate date(String text, String... path) {
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return PartialDate.parse(text);
            }
        } catch (DateTimeException e) {
            // refused below
        }
        fault(UserErrorCode.INVALID, "write a day, month or year that exists, as 2018-10-31, 2018-10 or 2018", path);
        return null;
    }

    /** Refuses a date all of which is still to come. */
    void past(PartialDate date, String... path) {
        if (date != null && date.date.isAfter(loader.today().plusDays(1))) {
            fault(UserErrorCode.INVALID, date + " is still to come; give the date that the source gives", path);
        }
    }

    /** Refuses an end that is before its start, however the two are to be understood. */
    void inOrder(PartialDate start, PartialDate end) {
        if (start != null && end != null && end.last().isBefore(start.date)) {
            fault(
                    UserErrorCode.INVALID,
                    "it ends in %s, before it begins in %s; one of the two is wrong".formatted(end, start),
                    "endsOn");
        }
    }

    /** Refuses a date all of which is before the mission began. */
    void notBefore(PartialDate began, PartialDate date, String mission, String... path) {
        if (date != null && date.last().isBefore(began.date)) {
            fault(UserErrorCode.INVALID, "%s began in %s; give a later date".formatted(mission, began), path);
        }
    }

    /** Refuses a date all of which is after the mission ended, or is due to end. */
    void notAfter(PartialDate end, PartialDate date, String mission, String... path) {
        if (date != null && date.date.isAfter(end.last())) {
            String verb = end.last().isBefore(loader.today()) ? "ended" : "is due to end";
            fault(UserErrorCode.INVALID, "%s %s in %s; give an earlier date".formatted(mission, verb, end), path);
        }
    }

    /** Refuses a unit that serves in another mission. */
    void serves(Battalion battalion, Mission mission) {
        if (battalion != null
                && mission != null
                && battalion.mission != null
                && !mission.pk.equals(battalion.mission.pk)) {
            fault(
                    UserErrorCode.INVALID,
                    "%s does not serve in %s; name another unit, or none".formatted(battalion.name, mission.acronym),
                    "battalion");
        }
    }

    /** Refuses numbers of people that cannot be. */
    void people(int total, Integer women, Integer men) {
        atLeast(0, total, "total");
        atLeast(0, women, "women");
        atLeast(0, men, "men");
        if (women != null && men != null && (long) women + men != total) {
            fault(
                    UserErrorCode.INVALID,
                    "women and men are %s together, not %s; correct one of the three, or leave out what the source does not say"
                            .formatted((long) women + men, total),
                    "total");
        } else if (women != null && women > total) {
            fault(UserErrorCode.INVALID, "there cannot be more women than %s in all".formatted(total), "women");
        } else if (men != null && men > total) {
            fault(UserErrorCode.INVALID, "there cannot be more men than %s in all".formatted(total), "men");
        }
    }

    void atLeast(int least, Integer number, String... path) {
        if (number != null && number < least) {
            fault(UserErrorCode.INVALID, "it is %s; give %s or more".formatted(number, least), path);
        }
    }

    Source source(String key, String... path) {
        return found(
                key,
                each -> loader.findByKey(EntityDescriptor.SOURCES, each),
                "there is no source %s; add it by sourceAdd, or name one of the sources by its key",
                path);
    }

    Nation nation(String code, String... path) {
        return found(
                code,
                each -> loader.findByKey(EntityDescriptor.NATIONS, each),
                "there is no nation %s; write a code of three capital letters, such as KAZ",
                path);
    }

    Mission mission(String acronym, String... path) {
        return found(
                acronym,
                each -> loader.findByKey(EntityDescriptor.MISSIONS, each),
                "there is no mission %s; write its acronym, such as UNIFIL",
                path);
    }

    Battalion battalion(String name, String... path) {
        return found(
                name,
                loader::findBattalionByName,
                "there is no unit %s; add it by battalionAdd, or write the name of one, such as IndKazBat",
                path);
    }

    /** What a name names; null where it is null, or names nothing, which is a fault. */
    private <T> T found(String name, Function<String, T> find, String message, String... path) {
        T found = name == null ? null : find.apply(name);
        if (name != null && found == null) {
            fault(UserErrorCode.NOT_FOUND, message.formatted(shown(name)), path);
        }
        return found;
    }

    /** What each of some names names. */
    <T> Set<T> each(Collection<String> names, FindNamed<T> find, String field) {
        Set<T> found = new HashSet<>();
        int place = 0;
        for (String name : names == null ? List.<String>of() : names) {
            T named = find.find(name, field, String.valueOf(place));
            if (named != null && !found.add(named)) {
                fault(
                        UserErrorCode.DUPLICATE,
                        shown(name) + " is there twice; name it once",
                        field,
                        String.valueOf(place));
            }
            place++;
        }
        return found;
    }

    interface FindNamed<T> {
        T find(String name, String... path);
    }

    /** Like {@link #each}, of which there must be one at least. */
    <T> Set<T> some(Collection<String> names, FindNamed<T> find, String field) {
        if (names.isEmpty()) {
            fault(UserErrorCode.INVALID, "name at least one", field);
        }
        return each(names, find, field);
    }

    /** The key that a global id names; null where it names none of that type, which is a fault. */
    static String keyOf(String type, String id) {
        return GlobalId.parse(id)
                .filter(parsed -> parsed.type().equals(type))
                .map(GlobalId::key)
                .orElse(null);
    }

    static Long pk(BaseEntity row) {
        return row == null ? null : row.pk;
    }

    /** What a client has written, for a message. */
    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? "\"" + text + "\"" : "of that name";
    }
}
