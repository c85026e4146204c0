package org.bluehelmets.strength;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds mission acronyms and full names in a note: whole words, case-insensitive. Thread-safe. */
final class MissionNameMatcher {

    private static final String BEFORE = "(?<![\\p{L}\\p{N}])(?:";
    private static final String AFTER = ")(?![\\p{L}\\p{N}])";

    /** Acronyms by acronyms and names in upper case. */
    private final Map<String, String> acronyms = new HashMap<>();

    private final Pattern any;

    /** @param names the names of missions by their acronyms */
    MissionNameMatcher(Map<String, String> names) {
        names.forEach((acronym, name) -> {
            acronyms.put(upper(name), acronym);
            acronyms.put(upper(acronym), acronym);
        });
        // Longest first, so that "UNAVEM III" does not match as "UNAVEM".
        any = Pattern.compile(
                acronyms.keySet().stream()
                        .sorted(Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", BEFORE, AFTER)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns the distinct acronyms of the missions in a text, in order of appearance. */
    List<String> findIn(String text) {
        return text == null || acronyms.isEmpty()
                ? List.of()
                : any.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(found -> acronyms.getOrDefault(upper(found), found))
                        .distinct()
                        .toList();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
