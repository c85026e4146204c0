package org.bluehelmets.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Pool;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The export of official counts. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
public class ExportResourceTest {

    private final Rows rows = new Rows();

    @TestHTTPResource("/exports/contributions.csv")
    URI endpoint;

    @BeforeEach
    void importReports() {
        rows.clearImports();
        Contributions.load(Contributions.file()
                .row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30")
                .row("KAZ", "MINURSO", "Experts on Mission", 1, 5, "2019-10-31")
                .row("IND", "UNIFIL", "Troops", 0, 900, "2019-10-31")
                .row("CIV", "", "Formed Police Units", 0, 0, "2019-11-30"));
    }

    @AfterEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void exportsFormatOfUnitedNations() {
        given().get("/exports/contributions.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(is("contribution_id,isocode3,m49_code,contributing_country,mission_acronym,personnel_type,"
                        + "female_personnel,male_personnel,last_reporting_date\n"
                        + "1,KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30\n"
                        + "2,IND,356,India,UNIFIL,Troops,0,900,2019-10-31\n"
                        + "3,KAZ,398,Kazakhstan,MINURSO,Experts on Mission,1,5,2019-10-31\n"
                        + "4,CIV,384,Côte d'Ivoire,,Formed Police Units,0,0,2019-11-30\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4",
        "?nation=KAZ, 2",
        "?nation=kaz&mission=minurso, 1",
        "?mission=UNIFIL, 2",
        "?from=2019-10-31, 3",
        "?to=2019-10-31, 3",
        "?from=2019-10-01&to=2019-10-31&nation=IND, 1",
        "?nation=XXX, 0",
        "?mission=UNDOF, 0",
        "?from=2020-01-01, 0",
    })
    void filters(String query, int rowsExpected) {
        assertEquals(rowsExpected, exported(query).size());
    }

    @ParameterizedTest
    @CsvSource({"from, 2019-02-30", "to, yesterday", "from, 2019"})
    void rejectsInvalidDate(String parameter, String text) {
        given().queryParam(parameter, text)
                .get("/exports/contributions.csv")
                .then()
                .statusCode(400)
                .body("error", is("%s must be a date as YYYY-MM-DD, but was \"%s\"".formatted(parameter, text)));
    }

    @Test
    void rejectsUnknownParameter() {
        given().get("/exports/contributions.csv?form=2020-01-01")
                .then()
                .statusCode(400)
                .body("error", is("Unknown parameter form; use from, mission, nation, to"));
    }

    /** Slow clients do not use all connections, and release their permits when they disconnect. */
    @Test
    void limitsConcurrentExports() throws Exception {
        loadLongFile();
        for (int round = 0; round < 2; round++) {
            List<Socket> slow = new ArrayList<>();
            try {
                await().untilAsserted(() -> {
                    // the exports of the previous round may still hold permits
                    slow.add(ask());
                    given().get("/exports/contributions.csv?nation=XXX")
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "10")
                            .body("error", is("2 exports are running; retry later"));
                });
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
            await().untilAsserted(() ->
                    given().get("/exports/contributions.csv?nation=XXX").then().statusCode(200));
        }
    }

    /** The client disconnects after the start of a long response. */
    @Test
    @DisabledOnIntegrationTest(Pool.INSIDE)
    void releasesConnectionIfClientDisconnects() throws IOException {
        loadLongFile();
        for (int i = 0; i < 20; i++) {
            Pool pool = new Pool();
            try (Socket socket = ask()) {
                await("the export has begun").until(() -> pool.taken() > 0);
            }
            await("the connection has come back").untilAsserted(() -> assertEquals(0, pool.out()));
        }
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        socket.getOutputStream()
                .write("GET /exports/contributions.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /**
     * Loads more than twice what the buffers between server and client can hold, which grow to 4 MB. If they held the whole
     * response, the export would finish although the client does not read.
     */
    private void loadLongFile() {
        Contributions file = Contributions.file();
        for (int month = 0; month < 900; month++) {
            String day = "%d-%02d-28".formatted(1948 + month / 12, month % 12 + 1);
            for (String nation : new String[] {"ATG", "BIH", "COD", "FSM", "IRN", "LAO", "PRK", "TZA", "VCT", "VEN"}) {
                for (int mission = 1; mission <= 5; mission++) {
                    file.row(
                            nation,
                            "MISSION OF AN ACRONYM OF 40 CHARACTERS " + mission,
                            "Formed Police Units",
                            100,
                            100,
                            day);
                }
            }
        }
        assertFalse(Contributions.load(file).refused());
    }
}
