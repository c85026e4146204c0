package org.bluehelmets.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Rows;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs an unexpected exception with its cause; the client receives only the id of the log entry. */
@QuarkusTest
class UnexpectedFailureTest {

    /** Collects the log records of a test. */
    private static final class Log extends Handler {

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final String ONE_FAILING = "{ milestones { nodes { id } } }";

    private static final String TWO_FAILING = """
            {
              kaz: nation(code: "KAZ") { milestones { nodes { id } } }
              ind: nation(code: "IND") { milestones { nodes { id } } }
              mission(acronym: "UNIFIL") { acronym }
            }""";

    private final Logger logger = Logger.getLogger(ErrorMapper.class.getName());
    private final Log log = new Log();

    private final Rows rows = new Rows();

    @BeforeEach
    void renameTable() {
        logger.addHandler(log);
        rows.update("alter table milestone rename to milestone_renamed");
    }

    @AfterEach
    void restoreTable() {
        rows.update("alter table milestone_renamed rename to milestone");
        logger.removeHandler(log);
    }

    @Test
    void returnsOnlyIdOfLogEntry() {
        Map<String, Object> error = Client.error(ONE_FAILING);
        assertInternal(error);
        assertEquals(List.of("milestones"), error.get("path"));
    }

    @Test
    void reportsEachFailingFieldAndReturnsOtherFields() {
        JsonPath response = Client.answer(TWO_FAILING, Map.of());
        List<Map<String, Object>> errors = response.getList("errors");
        assertEquals(2, errors.size());
        errors.forEach(UnexpectedFailureTest::assertInternal);
        assertEquals(
                2,
                errors.stream().map(error -> error.get("extensions")).distinct().count());
        assertEquals("UNIFIL", response.get("data.mission.acronym"));
    }

    @Test
    @DisabledOnIntegrationTest("listens to the log inside the process")
    void logsCauseWithId() {
        assertLogged(Client.error(ONE_FAILING));
        assertEquals(1, log.records.size());

        List<Map<String, Object>> errors = Client.answer(TWO_FAILING, Map.of()).getList("errors");
        errors.forEach(this::assertLogged);
        assertEquals(1 + 2, log.records.size());
    }

    private static void assertInternal(Map<String, Object> error) {
        assertEquals(
                "Internal error; the server log contains its cause under the id in `extensions`", error.get("message"));
        Map<?, ?> extensions = (Map<?, ?>) error.get("extensions");
        assertEquals(Set.of("code", "id"), extensions.keySet());
        assertEquals("INTERNAL", extensions.get("code"));
        id(error);
    }

    private void assertLogged(Map<String, Object> error) {
        String id = id(error);
        List<LogRecord> entries = log.records.stream()
                .filter(logged -> ((ExtLogRecord) logged).getFormattedMessage().contains(id))
                .toList();
        assertEquals(1, entries.size(), "log entries with the id " + id);
        assertEquals(Level.SEVERE.intValue(), entries.get(0).getLevel().intValue());
        assertTrue(
                causes(entries.get(0).getThrown()).toLowerCase(Locale.ROOT).contains("\"milestone\" "),
                "the log entry does not contain the cause");
    }

    private static String id(Map<String, Object> error) {
        Map<?, ?> extensions = (Map<?, ?>) error.get("extensions");
        return UUID.fromString((String) extensions.get("id")).toString();
    }

    private static String causes(Throwable thrown) {
        return thrown == null ? "" : thrown.getMessage() + causes(thrown.getCause());
    }
}
