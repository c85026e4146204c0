package org.bluehelmets.testsupport;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built service as a process of its own that serves from a PostgreSQL, perhaps beside others. */
public record Replica(Artefact.Running service) implements AutoCloseable {

    /** The source that {@link #record} names. */
    public static final String SOURCE = "t-paper";

    /** Starts what was built last. Does not wait for it. */
    public static Replica start(Path data, String url, String... more) throws IOException {
        return start(Artefact.underTest(), data, url, more);
    }

    /** Starts the jar for H2 whose directory {@code -Dh2.app=} names; a test is skipped without. Does not wait for it. */
    public static Replica startH2(Path data, String url, String... more) throws IOException {
        String app = System.getProperty("h2.app");
        assumeTrue(app != null, "skipped: -Dh2.app= does not say where a jar for H2 is");
        return start(Artefact.elsewhere("h2", Path.of(app)), data, url, more);
    }

    private static Replica start(Artefact artefact, Path data, String url, String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("-Dquarkus.datasource.jdbc.url=" + url);
        settings.add("-Dbluehelmets.editor.token=" + OwnDatabase.TOKEN);
        // times keep their instant, not their offset, on the way from one database to the other
        settings.add("-Duser.timezone=UTC");
        return new Replica(artefact.start(data, settings.toArray(String[]::new)));
    }

    public void awaitReady() throws IOException {
        service.awaitReady();
    }

    /** A request of anybody. */
    public RequestSpecification request() {
        return given().port(service.port());
    }

    /** A request of an editor. */
    public RequestSpecification editor() {
        return request().header("Authorization", "Bearer " + OwnDatabase.TOKEN);
    }

    /** The answer to a query by GET. */
    public Response get(String query) {
        return request().queryParam("query", query).get("/graphql");
    }

    /** A connection that operations can be sent on. */
    public LiveClient live() {
        return LiveClient.readyAt(service.port());
    }

    /** Whether the metrics have a line. */
    public boolean counts(String line) {
        return request().get("/q/metrics").asString().contains(line);
    }

    /** All that it holds. */
    public byte[] backup() {
        return editor().get("/backup").then().statusCode(200).extract().asByteArray();
    }

    /** The answer to a restore. */
    public Response restore(byte[] backup) {
        return editor().contentType("application/zip").body(backup).put("/backup");
    }

    /** The payload of a stored mutation that an editor sends. */
    public JsonPath payload(String mutation, Map<String, ?> variables) {
        JsonPath answer =
                new JsonAnswer(Editor.response(editor(), mutation, variables).asString());
        return answer.setRootPath("data." + Character.toLowerCase(mutation.charAt(0)) + mutation.substring(1));
    }

    /** Adds the source that figures are recorded of. */
    public void addSource() {
        payload("SourceAdd", Map.of("input", Map.of("key", SOURCE, "title", "A test", "publisher", "Tests")));
    }

    /** Records a figure that is planned for a year. Answers its id. */
    public String record(int year) {
        return payload("PersonnelCountRecord", recording(year)).getString("personnelCount.id");
    }

    /** The variables that record a figure. */
    public static Map<String, Object> recording(int year) {
        return Map.of("input", figure(year));
    }

    /** A figure that is planned for a year. */
    public static Map<String, Object> figure(int year) {
        return Map.of(
                "source", SOURCE, "category", "ALL", "total", 1, "status", "PLANNED", "asOf", String.valueOf(year));
    }

    /** The variables that correct a figure. */
    public static Map<String, Object> correction(String id, int version, int total) {
        return Map.of("id", id, "version", version, "input", Map.of("total", total, "reason", "a test"));
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }
}
