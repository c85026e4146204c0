package org.bluehelmets.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies that the served schema equals the committed one and is documented. */
@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("src/main/graphql/schema.graphql");
    private static final String REFRESH = "schema.refresh";

    @Test
    void servesTheCommittedSchema() throws IOException {
        String served = get("/graphql/schema.graphql").asString().strip() + "\n";
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(COMMITTED, served);
        }
        assertEquals(
                Files.readString(COMMITTED),
                served,
                "The schema has changed. If the change is intended, update the file: ./mvnw test -Dtest=SchemaTest -D"
                        + REFRESH + "=true");
    }

    /** The order must not depend on the build, because clients compare introspection results. */
    @ParameterizedTest
    @ValueSource(strings = {"queryType", "mutationType", "subscriptionType"})
    void sortsRootFieldsByName(String root) {
        List<String> names = given().queryParam("query", "{ __schema { %s { fields { name } } } }".formatted(root))
                .get("/graphql")
                .jsonPath()
                .getList("data.__schema.%s.fields.name".formatted(root));
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    @DisabledOnIntegrationTest("reads the schema in the same process")
    void describesEveryTypeFieldArgumentAndEnumValue() {
        GraphQLSchema schema = Arc.container().instance(GraphQLSchema.class).get();
        assertAll(schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .flatMap(SchemaTest::withMembers)
                .map(element -> () -> assertDescribed(element)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", "or"})
    void describesEmptyListsInEveryFilter(String combination) throws IOException {
        List<String> descriptions = given().queryParam("query", """
                        { __schema { types { name inputFields { name description } } } }""")
                .get("/graphql")
                .jsonPath()
                .getList(
                        "data.__schema.types.findAll { it.inputFields != null }.inputFields.flatten().findAll { it.name == '%s' }.description"
                                .formatted(combination));
        assertEquals(7, descriptions.size());
        assertEquals(
                List.of(),
                descriptions.stream()
                        .filter(description -> !description.endsWith(" An empty list has no effect."))
                        .toList());
    }

    private static void assertDescribed(GraphQLNamedSchemaElement element) {
        assertNotNull(element.getDescription(), () -> element.getName() + " has no description");
        assertEquals(
                element.getDescription().strip(),
                element.getDescription(),
                () -> element.getName() + " has leading or trailing spaces");
    }

    private static Stream<GraphQLNamedSchemaElement> withMembers(GraphQLNamedType type) {
        Stream<? extends GraphQLNamedSchemaElement> members = Stream.empty();
        if (type instanceof GraphQLFieldsContainer container) {
            members = container.getFieldDefinitions().stream()
                    .flatMap(field -> Stream.concat(Stream.of(field), field.getArguments().stream()));
        } else if (type instanceof GraphQLInputObjectType input) {
            members = input.getFieldDefinitions().stream();
        } else if (type instanceof GraphQLEnumType values) {
            members = values.getValues().stream();
        }
        return Stream.concat(Stream.of(type), members);
    }
}
