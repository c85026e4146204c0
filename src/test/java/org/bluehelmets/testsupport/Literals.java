package org.bluehelmets.testsupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluehelmets.testsupport.RandomValues.Name;

/** Writes values as literals of a GraphQL document, and as JSON has them among variables. */
final class Literals {

    /** A variable in the place of a value. */
    record Variable(String name) {}

    private Literals() {}

    static String literal(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Literals::literal).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof Name name) {
            return name.text();
        }
        if (value instanceof Variable variable) {
            return "$" + variable.name();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04X".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static Object json(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> json = new LinkedHashMap<>();
            object.forEach((key, each) -> json.put((String) key, json(each)));
            return json;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Literals::json).collect(Collectors.toList());
        }
        if (value instanceof Name name) {
            return name.text().equals("null") ? null : name.text();
        }
        return value;
    }
}
