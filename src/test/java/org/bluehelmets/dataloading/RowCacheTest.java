package org.bluehelmets.dataloading;

import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Rows.PREFIX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.Rows;
import org.bluehelmets.testsupport.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cached rows are used until the data changes. */
@QuarkusTest
class RowCacheTest {

    private static final String QUERY = """
            query($mission: String!) {
              mission(acronym: $mission) {
                name
                personnelCounts(first: 1) { totalCount nodes { total nation { code } } }
              }
            }""";

    private final Rows rows = new Rows();

    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    void sendsNoStatementForCachedRows() {
        rows.source("A");
        rows.mission("M");
        rows.counts(3, "KAZ", "M", null, "A", LocalDate.EPOCH);
        assertFalse(Statements.of(this::sendQuery).isEmpty());
        assertEquals(List.of(), Statements.ofMore(this::sendQuery));
    }

    private void sendQuery() {
        data(QUERY, Map.of("mission", PREFIX + "M"));
    }

    @Test
    void readsChangedRowsAgain() {
        rows.source("A");
        rows.mission("M");
        rows.counts(3, "KAZ", "M", null, "A", LocalDate.EPOCH);
        assertEquals(3, answer("personnelCounts.totalCount"));
        rows.counts(1, "IND", "M", null, "A", LocalDate.EPOCH.minusDays(1));
        assertEquals(4, answer("personnelCounts.totalCount"));
        assertEquals(List.of("IND"), answer("personnelCounts.nodes.nation.code"));
        rows.update("update mission set name = 'Renamed' where acronym = ?", PREFIX + "M");
        assertEquals("Renamed", answer("name"));
    }

    private static Object answer(String path) {
        return data(QUERY, Map.of("mission", PREFIX + "M")).get("mission." + path);
    }

    @Test
    void separatesArguments() {
        rows.source("A");
        rows.mission("M");
        rows.counts(5, "KAZ", "M", null, "A", LocalDate.EPOCH);
        String document = """
                query($mission: String!, $first: Int!, $least: Int!) {
                  mission(acronym: $mission) {
                    personnelCounts(first: $first, filter: { total: { gte: $least } }) { totalCount nodes { total } }
                  }
                }""";
        for (int first = 1; first < 4; first++) {
            for (int least = 0; least < 3; least++) {
                var connection = data(document, Map.of("mission", PREFIX + "M", "first", first, "least", least));
                assertEquals(5 - least, connection.getInt("mission.personnelCounts.totalCount"));
                assertEquals(
                        Stream.iterate(least, total -> total + 1)
                                .limit(Math.min(first, 5 - least))
                                .toList(),
                        connection.getList("mission.personnelCounts.nodes.total"));
            }
        }
    }

    /** Compares the first response with responses from the cache, for each stored operation. */
    @ParameterizedTest
    @MethodSource("org.bluehelmets.facts.StoredOperationsTest#withVariables")
    void returnsSameResponseFromCache(String name, Map<String, Object> variables) {
        rows.change();
        String first = Client.stored(name, variables).prettify();
        assertEquals(first, Client.stored(name, variables).prettify());
        rows.change();
        assertEquals(first, Client.stored(name, variables).prettify());
    }
}
