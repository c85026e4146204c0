package org.bluehelmets.execution;

import static io.restassured.RestAssured.get;
import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Client.error;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.bluehelmets.testsupport.Switched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejects queries of the schema if introspection is disabled. */
@QuarkusTest
@TestProfile(Switched.class)
class DisabledIntrospectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { queryType { name } } }",
                "{ __type(name: \"Nation\") { name } }",
                "{ a: __type(name: \"Nation\") { name } }",
                "{ ...F } fragment F on Query { __schema { queryType { name } } }",
                "{ nation(code: \"KAZ\") { code } ... { __schema { queryType { name } } } }"
            })
    void rejectsIntrospectionQueries(String document) {
        Map<?, ?> extensions = (Map<?, ?>) error(document).get("extensions");
        assertEquals("LIMIT_EXCEEDED", extensions.get("code"));
        assertEquals("introspection-depth", extensions.get("limit"));
        assertEquals(0, extensions.get("allowed"));
    }

    @Test
    void doesNotServeSchemaFile() {
        assertEquals(404, get("/graphql/schema.graphql").statusCode());
    }

    @Test
    void allowsTypename() {
        assertEquals("Query", data("{ __typename }").get("__typename"));
    }
}
