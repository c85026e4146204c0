package org.bluehelmets.execution;

import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Prints the schema in GraphQL's schema definition language (SDL). */
@ApplicationScoped
public class SdlPrinter {

    /** Scalars that only the arguments of the extension's directives use, which clients do not see. */
    private static final Set<String> DIRECTIVE_SCALARS = Set.of("BigDecimal", "BigInteger");

    private final GraphQLSchema schema;
    private volatile String sdl;

    SdlPrinter(GraphQLSchema schema) {
        this.schema = schema;
    }

    public String print() {
        // at the first use, because printing would slow down the start
        if (sdl == null) {
            sdl = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                            .includeDirectiveDefinitions(false)
                            .includeSchemaElement(element -> !(element instanceof GraphQLScalarType scalar
                                    && DIRECTIVE_SCALARS.contains(scalar.getName()))))
                    .print(schema);
        }
        return sdl;
    }
}
