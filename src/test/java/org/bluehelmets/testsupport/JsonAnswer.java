package org.bluehelmets.testsupport;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What there is at the paths of a JSON text. REST-assured compiles a class in Groovy for each path that it is asked for,
 * and parses the text once more, which takes longer than most requests. Here the text is parsed once, and names and
 * indexes are followed as Groovy follows them; expressions are still its own.
 */
public final class JsonAnswer extends JsonPath {

    private static final Pattern NAMES_AND_INDEXES =
            Pattern.compile("[A-Za-z_]\\w*(\\[\\d{1,9}])*(\\.[A-Za-z_]\\w*(\\[\\d{1,9}])*)*");

    /** What Groovy takes for the object's own. */
    private static final Pattern SPECIAL = Pattern.compile("\\b(class|properties|empty)\\b");

    private static final Pattern STEPS = Pattern.compile("[.\\[]");

    /** What is at a step that only Groovy can take, such as from a text to its length. */
    private static final Object OTHER = new Object();

    private final Object whole;
    private String rootPath = "";

    public JsonAnswer(String json) {
        super(json);
        whole = super.get("");
    }

    @Override
    public JsonAnswer setRootPath(String path) {
        rootPath = path;
        super.setRootPath(path);
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(String path) {
        String full = rootPath.isEmpty() || path.isEmpty() ? rootPath + path : rootPath + "." + path;
        if (full.isEmpty()) {
            return (T) whole;
        }
        if (!NAMES_AND_INDEXES.matcher(full).matches() || SPECIAL.matcher(full).find()) {
            return super.get(path);
        }
        Object value = whole;
        for (String step : STEPS.split(full)) {
            if (value != null) {
                value = step.endsWith("]")
                        ? element(value, Integer.parseInt(step.substring(0, step.length() - 1)))
                        : member(value, step);
            }
        }
        return value == OTHER ? super.get(path) : (T) value;
    }

    private static Object element(Object value, int index) {
        if (value instanceof List<?> list) {
            return index < list.size() ? list.get(index) : null;
        }
        return OTHER;
    }

    /** A list has the members of its elements, where these are not null. */
    private static Object member(Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            return object.get(name);
        }
        if (value instanceof List<?> list) {
            List<Object> members = new ArrayList<>();
            for (Object element : list) {
                if (element != null) {
                    members.add(member(element, name));
                }
            }
            return members.contains(OTHER) ? OTHER : members;
        }
        return OTHER;
    }
}
