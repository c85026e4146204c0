package org.bluehelmets.execution;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.Scalars;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnionType;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.schema.idl.ScalarInfo;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluehelmets.dataloading.HqlParserWarmup;

/**
 * Customizes SmallRye's schema. It uses the scalars of the specification, because SmallRye's accept strings as numbers and
 * truncate values that do not fit an Int; it describes the formats of Date and DateTime; and it sorts the operations, whose
 * order otherwise changes with every build. It runs at build time of a native executable, or else at start.
 */
public class SchemaCustomizer extends GraphQLTypeVisitorStub implements EventingService {

    private static final Map<String, GraphQLScalarType> STANDARD_SCALARS =
            ScalarInfo.GRAPHQL_SPECIFICATION_SCALARS.stream().collect(toMap(GraphQLScalarType::getName, identity()));

    /** Accepts strings and integers, see {@link IdCoercing}. */
    private static final GraphQLScalarType ID = Scalars.GraphQLID.transform(id -> id.coercing(new IdCoercing()));

    private static final Set<String> ROOT_TYPES = Set.of("Query", "Mutation", "Subscription");

    private static final String DATE_DESCRIPTION = "A date in ISO 8601 format: YYYY-MM-DD.";

    private static final String DATE_TIME_DESCRIPTION =
            "A date and time in ISO 8601 format, such as 2018-10-31T08:30:00Z.";

    /** Null, because it is always enabled. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        // runs at build time of a native executable, so that the image contains the warmed-up parsers
        GraphQLParserWarmup.run();
        HqlParserWarmup.run();
        return GraphQLSchema.newSchema(SchemaTransformer.transformSchema(builder.build(), this));
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        if (!ROOT_TYPES.contains(type.getName())) {
            return TraversalControl.CONTINUE;
        }
        List<GraphQLFieldDefinition> sorted = type.getFieldDefinitions().stream()
                .sorted(comparing(GraphQLFieldDefinition::getName))
                .toList();
        return changeNode(context, type.transform(root -> root.replaceFields(sorted)));
    }

    @Override
    public TraversalControl visitGraphQLInterfaceType(
            GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        registry.typeResolver(type, byTypeName(registry.getTypeResolver(type)));
        return TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitGraphQLUnionType(
            GraphQLUnionType type, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        registry.typeResolver(type, byTypeName(registry.getTypeResolver(type)));
        return TraversalControl.CONTINUE;
    }

    /** SmallRye's resolvers return types of the original schema; the customized ones have the same names. */
    private static TypeResolver byTypeName(TypeResolver resolver) {
        return environment -> environment
                .getSchema()
                .getObjectType(resolver.getType(environment).getName());
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        if (scalar.getName().equals("Date")) {
            return changeNode(context, scalar.transform(date -> date.description(DATE_DESCRIPTION)));
        }
        if (scalar.getName().equals("DateTime")) {
            return changeNode(context, scalar.transform(dateTime -> dateTime.description(DATE_TIME_DESCRIPTION)));
        }
        if (scalar.getName().equals(ID.getName())) {
            return changeNode(context, ID);
        }
        GraphQLScalarType standard = STANDARD_SCALARS.get(scalar.getName());
        return standard == null || standard == scalar ? TraversalControl.CONTINUE : changeNode(context, standard);
    }
}
