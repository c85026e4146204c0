package org.bluehelmets.testsupport;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bluehelmets.imports.ImportReport;

/** A file of contributions, made for a test. */
public final class Contributions {

    /** The columns as the UN names and orders them. */
    public static final String HEADER = "contribution_id,isocode3,m49_code,contributing_country,mission_acronym,"
            + "personnel_type,female_personnel,male_personnel,last_reporting_date";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    private Contributions() {}

    public static Contributions file() {
        return new Contributions();
    }

    /** A nation by its code alone; a mission may be empty. */
    public Contributions row(String nation, String mission, String type, int women, int men, String date) {
        return line("%d,%s,,,%s,%s,%d,%d,%s".formatted(lines.size(), nation, mission, type, women, men, date));
    }

    public Contributions line(String line) {
        lines.add(line);
        return this;
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    public InputStream stream() {
        return stream(text());
    }

    public static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Sends a file to the service, as an editor does. The flags are those parameters of an import that are true. */
    public static Response send(byte[] file, String... flags) {
        RequestSpecification editor =
                given().header("Authorization", "Bearer " + OwnDatabase.TOKEN).contentType("text/csv");
        for (String flag : flags) {
            editor.queryParam(flag, true);
        }
        return editor.body(file).post("/imports/contributions");
    }

    /** What the service reports of a file that it has loaded, or has refused because of its rows. */
    public static ImportReport load(byte[] file, String... flags) {
        return send(file, flags)
                .then()
                .statusCode(is(oneOf(200, 422)))
                .extract()
                .as(ImportReport.class);
    }

    public static ImportReport load(String text, String... flags) {
        return load(text.getBytes(UTF_8), flags);
    }

    public static ImportReport load(Contributions file, String... flags) {
        return load(file.text(), flags);
    }

    /** What the service exports, without header and ids: CODE,m49,name,MISSION,type,women,men,date. */
    public static List<String> exported(String query) {
        String csv = given().get("/exports/contributions.csv" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return csv.lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList();
    }

    public static List<String> exported() {
        return exported("");
    }
}
