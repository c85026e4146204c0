package org.bluehelmets.testsupport;

import static io.restassured.RestAssured.given;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics at one moment, as Prometheus fetches them. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*?),?\\})? (\\S+)$");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final String text;

    public Scrape() {
        text = given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            String labels = sample.group(2) == null ? "" : sample.group(2);
            samples.put(
                    key(sample.group(1), Arrays.asList(labels.split(",(?=\\w+=)"))), Double.valueOf(sample.group(3)));
        }
    }

    public String text() {
        return text;
    }

    /** A sample's value; 0 where there is none. Labels are written like {@code operation="Nations"}. */
    public double value(String name, String... labels) {
        return samples.getOrDefault(key(name, List.of(labels)), 0.0);
    }

    /** How many requests of an operation have had an outcome. */
    public double requests(String operation, String outcome) {
        return value(
                "graphql_requests_total", "operation=\"%s\"".formatted(operation), "outcome=\"%s\"".formatted(outcome));
    }

    /** The values that a label has. */
    public List<String> values(String label) {
        return Pattern.compile("\\b" + label + "=\"([^\"]*)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String key(String name, List<String> labels) {
        TreeSet<String> sorted = new TreeSet<>(labels);
        sorted.remove("");
        return name + sorted;
    }
}
