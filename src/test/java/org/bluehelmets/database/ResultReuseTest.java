package org.bluehelmets.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bluehelmets.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Within a transaction, H2 reuses the results of subqueries. These tests show for which parameters H2 compares the values
 * first. The service must not send statements that depend on other parameters. If a test of the latter fails, H2 has fixed
 * the defect, and the page sizes in {@code dataloading.EntityQueries} can be parameters again.
 */
@EnabledIf(value = TestDatabase.IS_H2, disabledReason = TestDatabase.H2_ONLY)
class ResultReuseTest {

    private static final String NO_REUSE = ";OPTIMIZE_REUSE_RESULTS=FALSE";

    private String url;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        url = "jdbc:h2:mem:" + UUID.randomUUID();
        connection = opened(url);
    }

    private static Connection opened(String url) throws SQLException {
        Connection connection = TestDatabase.connect(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table parent (pk bigint primary key)");
            statement.execute("insert into parent select x from system_range(1, 5)");
            statement.execute("create table t (pk bigint primary key, parent bigint, v int, name varchar)");
            statement.execute("create index t_of_parent on t (parent, v)");
            statement.execute("insert into t select x, mod(x, 5) + 1, x, 'n' || mod(x, 3) from system_range(1, 50)");
        }
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return connection;
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a branch's parent        | select w.pk from ((select pk from t where parent = ? order by v fetch first 2 rows only) union all (select pk from t where parent = 5 fetch first 1 row only)) w | 1 | 2",
                "a branch's condition     | select w.pk from ((select pk from t where v > ? order by v fetch first 2 rows only) union all (select pk from t where parent = 5 fetch first 1 row only)) w | 1 | 2",
                "a branch's selected value | select * from (select cast(? as int) x from t union all select pk from t) w | 1 | 2",
                "a branch of two          | select w.pk from (select pk from t where v > ? except select pk from t where v > 40) w | 1 | 2",
                "the last step            | select pk from t order by v fetch first ? rows only | 1 | 3",
                "a fetch in a derived table | select w.pk from (select pk from t order by v fetch first ? rows only) w | 1 | 3",
                "an offset in a derived table | select w.pk from (select pk from t order by v offset ? rows) w | 1 | 3",
                "a fetch in a list        | select pk from t where pk in (select pk from t order by v fetch first ? rows only) | 1 | 3",
                "a fetch in a value       | select (select max(pk) from (select pk from t order by v fetch first ? rows only) x) from parent | 1 | 3",
                "a list in a condition    | select pk from t where parent in (select pk from parent where pk < ?) | 2 | 3",
                "a place in a window      | select n.pk from (select pk, row_number() over (partition by parent order by v) as place from t) n where n.place <= ? | 1 | 3",
                "a choice                 | select w.fit from (select min(case when name = ? then 0 else 1 end) fit, pk from t group by pk) w | n0 | n1",
                "a group's condition      | select w.parent from (select parent from t group by parent having sum(v) > ?) w | 100 | 250",
                "existence                | select pk from parent where exists (select 1 from t where v > ?) | 10 | 100",
                "existence for each       | select pk from parent where exists (select 1 from t where t.parent = parent.pk and v > ?) | 10 | 48",
                "nothing and something    | select w.pk from (select pk from t where v > coalesce(cast(? as int), 40)) w | | 45",
            })
    void comparesParameters(String name, String sql, String one, String other) throws SQLException {
        assertEquals(alone(sql, other), after(sql, one, other));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "parents   | select n.pk from (select pk, row_number() over (partition by parent order by v) as place from t where parent = any(?)) n where n.place <= 2",
                "in unions | select q.pk from (select pk from parent where pk = any(?) union select parent from t where v > 100) q",
            })
    void comparesArraysByContent(String name, String sql) throws SQLException {
        Long[] one = {1L, 2L};
        Long[] other = {1L, 3L};
        assertEquals(alone(sql, other), after(sql, one, other));
        assertEquals(alone(sql, (Object) new Long[] {1L}), after(sql, other, new Long[] {1L}));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a branch's fetch       | select w.pk from ((select pk from t order by v fetch first ? rows only) union all (select pk from t where v > 100)) w | 1 | 3",
                "a branch's limit       | select w.pk from ((select pk from t order by v limit ?) union all (select pk from t where v > 100)) w | 1 | 3",
                "a branch's offset      | select w.pk from ((select pk from t order by v offset ? rows) union all (select pk from t where v > 100)) w | 1 | 3",
                "a branch's order       | select w.pk from ((select pk from t order by case when v > ? then 0 else 1 end, v fetch first 1 row only) union all (select pk from t where v > 100)) w | 1 | 3",
                "a fetch in a list's branch | select pk from t where pk in ((select pk from t order by v fetch first ? rows only) union all (select pk from t where v > 100)) | 1 | 3",
                "with, https://github.com/h2database/h2database/issues/4228 | with x as (select v from t where parent = ?) select (select sum(v) from x) | 1 | 2",
                "with and existence     | with x as (select v from t where v > ?) select pk from parent where exists (select 1 from x) | 1 | 100",
            })
    void ignoresParametersUnlessReuseIsDisabled(String name, String sql, String one, String other) throws SQLException {
        assertNotEquals(alone(sql, other), after(sql, one, other), "H2 compares it now");

        connection.close();
        connection = opened(url + "x" + NO_REUSE);
        assertEquals(alone(sql, other), after(sql, one, other));
    }

    /** Applies to uncorrelated subqueries: H2 ignores rows that this transaction has inserted. */
    @Test
    void reusesResultOfExistsAfterInsert() throws SQLException {
        String sql = "select pk from parent where pk = 1 and exists (select 1 from t where v > ?)";
        assertEquals(List.of(), rows(connection, sql, "100"));
        try (Statement insert = connection.createStatement()) {
            insert.execute("insert into t values (101, 1, 101, 'n')");
        }
        assertEquals(List.of(), rows(connection, sql, "100"), "H2 sees what was written now");
        String ofEach = "select pk from parent where exists (select 1 from t where v > ? and t.parent = parent.pk)";
        assertEquals(List.of(1L), rows(connection, ofEach, "100"));
    }

    private List<Object> after(String sql, Object one, Object other) throws SQLException {
        rows(connection, sql, one);
        List<Object> found = rows(connection, sql, other);
        connection.rollback();
        return found;
    }

    /** Runs in a new database. */
    private List<Object> alone(String sql, Object value) throws SQLException {
        try (Connection fresh = opened("jdbc:h2:mem:" + UUID.randomUUID())) {
            return rows(fresh, sql, value);
        }
    }

    private static List<Object> rows(Connection connection, String sql, Object value) throws SQLException {
        List<Object> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, value);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getObject(1));
                }
            }
        }
        return rows;
    }
}
