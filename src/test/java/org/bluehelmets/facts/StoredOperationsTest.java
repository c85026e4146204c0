package org.bluehelmets.facts;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.model.GlobalId;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that code generators, clients and load tests can use the stored operations unchanged. */
@QuarkusTest
public class StoredOperationsTest {

    /** Values of required variables. */
    private static final Map<String, Map<String, Object>> VARIABLES = Map.of(
            "BattalionTree", Map.of("name", "IndKazBat"),
            "MissionProfile", Map.of("acronym", "UNIFIL"),
            "NationByCode", Map.of("code", "KAZ"),
            "NodeById", Map.of("id", GlobalId.of("Nation", "KAZ")),
            "Search", Map.of("text", "kaz"),
            "SourceCounts", Map.of("key", "astana-times-2018"),
            "StrengthSeries", Map.of("nation", "KAZ"));

    @ParameterizedTest
    @MethodSource("org.bluehelmets.testsupport.Client#operations")
    void containsOneOperationNamedLikeItsFile(String name) {
        List<String> names = new Parser()
                .parseDocument(Client.document(name)).getDefinitionsOfType(OperationDefinition.class).stream()
                        .map(OperationDefinition::getName)
                        .toList();
        assertEquals(List.of(name), names);
    }

    @ParameterizedTest
    @MethodSource("org.bluehelmets.testsupport.Client#operations")
    void isValidForTheServedSchema(String name) {
        // Clients validate against the published schema before they send a request.
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(get("/graphql/schema.graphql").asString()));
        Document document = new Parser().parseDocument(Client.document(name));
        assertEquals(List.of(), new Validator().validateDocument(schema, document, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("withVariables")
    void executesWithoutErrors(String name, Map<String, Object> variables) {
        Client.stored(name, variables);
    }

    /** Returns the names of the stored operations with their required variables. */
    public static Stream<Arguments> withVariables() throws IOException {
        return Client.operations().map(name -> Arguments.of(name, VARIABLES.getOrDefault(name, Map.of())));
    }
}
