package org.bluehelmets.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Pool;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports over HTTP and their authorization. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
public class ImportResourceTest {

    private static final String PATH = "/imports/contributions";
    private static final String KAZ = "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30";

    private static final Contributions FILE = Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30");

    private final Rows rows = new Rows();

    @TestHTTPResource(PATH)
    URI endpoint;

    @BeforeEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void importsForEditor() {
        editor().body(FILE.text())
                .post(PATH)
                .then()
                .statusCode(200)
                .body("dataset", is("contributions"))
                .body("rowsRead", is(1))
                .body("rowsStored", is(1))
                .body("rowsBad", is(0))
                .body("refused", is(false))
                .body("changes.added", hasItems("2019-09"));
        assertEquals(List.of(KAZ), exported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "gzip, deflate"})
    void decompressesFiles(String encoding) throws Exception {
        byte[] file = FILE.text().getBytes(UTF_8);
        for (String coding : encoding.split(", ")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out =
                    coding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
                out.write(file);
            }
            file = bytes.toByteArray();
        }
        assertEquals(200, sendEncoded(encoding, file).statusCode());
        assertEquals(List.of(KAZ), exported());
    }

    @ParameterizedTest
    @CsvSource({"br, 415, Content-Encoding", "'gzip, br', 415, Content-Encoding", "gzip, 400, Content-Encoding"})
    void rejectsFilesThatCannotBeDecompressed(String encoding, int status, String message) throws Exception {
        HttpResponse<String> response = sendEncoded(encoding, FILE.text().getBytes(UTF_8));
        assertEquals(status, response.statusCode(), response::body);
        assertTrue(response.body().contains(message), response.body());
        assertEquals(
                status == 415 ? "gzip, deflate" : "",
                response.headers().firstValue("Accept-Encoding").orElse(""));
        assertEquals(List.of(), exported());
    }

    private HttpResponse<String> sendEncoded(String encoding, byte[] file) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Authorization", "Bearer " + OwnDatabase.TOKEN)
                                .header("Content-Type", "text/csv")
                                .header("Content-Encoding", encoding)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void detectsGzipWithoutContentEncoding() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(FILE.text().getBytes(UTF_8));
        }
        editor().body(bytes.toByteArray()).post(PATH).then().statusCode(200);
        assertEquals(List.of(KAZ), exported());
    }

    @Test
    void rejectsMissingCredentials() {
        given().body(FILE.text())
                .post(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        assertEquals(List.of(), exported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer wrong", "Bearer a token for tests onlyy", "Basic YTpi", "x"})
    void rejectsInvalidCredentials(String header) {
        given().header("Authorization", header)
                .body(FILE.text())
                .post(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        assertEquals(List.of(), exported());
    }

    @Test
    void ignoresInvalidCredentialsOfReaders() {
        given().header("Authorization", "Bearer wrong")
                .get("/exports/contributions.csv")
                .then()
                .statusCode(200);
    }

    @Test
    void reportsBadRows() {
        editor().body(FILE.text() + "2,KAZ,,,UNIFIL,Troops,x,1,2019-09-30\n")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("refused", is(true))
                .body("rowsBad", is(1))
                .body("badRows[0].line", is(3))
                .body("badRows[0].column", is("female_personnel"))
                .body("badRows[0].value", is("x"))
                .body("badRows[0].reason", equalTo("write a whole number of people"));
        assertEquals(List.of(), exported());
    }

    @Test
    void skipsBadRowsAndChangesNothingInDryRun() {
        String file = Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .line("2")
                .text();
        editor().body(file)
                .post(PATH + "?skipBadRows=true&dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("rowsStored", is(1));
        assertEquals(List.of(), exported());
        editor().body(file)
                .post(PATH + "?skipBadRows=true")
                .then()
                .statusCode(200)
                .body("incomplete", equalTo(List.of("2019-09")));
        assertEquals(List.of(KAZ + ",true"), exported());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dryRun=1", "dryRun=yes", "skipBadRows=TRUE", "allowShrinking=1", "dry-run=true", "dryrun=true"})
    void rejectsInvalidParameters(String query) {
        editor().body(FILE.text()).post(PATH + "?" + query).then().statusCode(400);
        assertEquals(List.of(), exported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "mission_acronym,mission_name,start_date,end_date\n"})
    void rejectsOtherFiles(String body) {
        editor().body(body).post(PATH).then().statusCode(400).body("error", containsString("columns"));
    }

    @Test
    void rejectsFileThatRemovesNations() {
        editor().body(FILE.text() + "2,IND,,,UNIFIL,Troops,0,900,2019-09-30\n")
                .post(PATH)
                .then()
                .statusCode(200);

        editor().body(FILE.text())
                .post(PATH)
                .then()
                .statusCode(422)
                .body("refused", is(true))
                .body("rowsStored", is(0))
                .body("shrinkingCount", is(1))
                .body("shrinking[0].scope", is("2019-09"))
                .body("shrinking[0].unit", is("nations"))
                .body("shrinking[0].unitsBefore", is(2))
                .body("shrinking[0].unitsAfter", is(1))
                .body("shrinking[0].peopleBefore", is(1022))
                .body("shrinking[0].peopleAfter", is(122));
        assertEquals(2, exported().size());
        editor().body(FILE.text()).post(PATH + "?allowShrinking=true").then().statusCode(200);
        assertEquals(List.of(KAZ), exported());
    }

    /** The response lacks the fields "details" and "stack" of Quarkus. */
    @ParameterizedTest
    @ValueSource(strings = {"/imports/contributions", "/exports/contributions.csv"})
    void unexpectedErrorsHaveNoDetails(String path) {
        rows.update("alter table monthly_report rename column by_mission to hidden");
        rows.update("alter table monthly_report rename column incomplete to hidden_too");
        try {
            Map<String, Object> answer = (path.startsWith("/imports")
                            ? editor().body(FILE.text()).post(path)
                            : given().get(path))
                    .then()
                    .statusCode(500)
                    .contentType("application/json")
                    .extract()
                    .jsonPath()
                    .getMap("$");
            assertEquals(Set.of("error"), answer.keySet());
            assertTrue(answer.get("error")
                    .toString()
                    .startsWith("Internal server error; the server log has the cause with the id "));
        } finally {
            rows.update("alter table monthly_report rename column hidden to by_mission");
            rows.update("alter table monthly_report rename column hidden_too to incomplete");
        }
    }

    @Test
    void rejectsConcurrentImport() throws Exception {
        try (Connection other = Rows.connect()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery("select pk from source where natural_key = 'un-contributions' for update");

            editor().body(FILE.text())
                    .post(PATH)
                    .then()
                    .statusCode(409)
                    .body("error", containsString("another import of contributions is running"));
            other.rollback();
        }
    }

    /** The part that was sent is a valid file, and larger than the buffers. */
    @Test
    void changesNothingIfClientDisconnects() throws Exception {
        for (boolean reset : new boolean[] {true, false}) {
            for (int milliseconds = 1; milliseconds < 200; milliseconds *= 3) {
                try (Socket socket = sendPartOfAFile(reset)) {
                    TimeUnit.MILLISECONDS.sleep(milliseconds);
                }
                awaitNoRunningImport();
                assertEquals(List.of(), exported());
            }
        }
        awaitNoRunningImport();
        editor().body(FILE.text()).post(PATH).then().statusCode(200);
        assertEquals(List.of(KAZ), exported());
    }

    private static void awaitNoRunningImport() {
        await().untilAsserted(() ->
                editor().body(FILE.text()).post(PATH + "?dryRun=true").then().statusCode(200));
    }

    /** The client disconnects after the import has started. */
    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void releasesConnectionIfClientDisconnects() throws Exception {
        for (boolean reset : new boolean[] {true, false}) {
            Pool pool = new Pool();
            try (Socket socket = sendPartOfAFile(reset)) {
                await("the import has begun").until(() -> pool.taken() > 0);
            }
            await("the connection has come back").untilAsserted(() -> assertEquals(0, pool.out()));
        }
        assertEquals(List.of(), exported());
        editor().body(FILE.text()).post(PATH + "?skipBadRows=true").then().statusCode(200);
    }

    /** @param reset whether closing the socket sends RST instead of FIN */
    private Socket sendPartOfAFile(boolean reset) throws IOException {
        Contributions file = Contributions.file();
        for (int i = 0; i < 5_000; i++) {
            file.row("KAZ", "UNIFIL", "Troops", 9, 9, "2019-09-30");
        }
        String part = file.text();
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + OwnDatabase.TOKEN
                + "\r\nContent-Length: " + (part.length() + 1000) + "\r\n\r\n";
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().write(part.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + OwnDatabase.TOKEN).contentType("text/csv");
    }
}
