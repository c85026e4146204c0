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
 * The schema that is executed: the extension's, with the scalars of the specification in the place of its own, which
 * take text for numbers and cut off what does not fit an Int, with a Date and a DateTime that say how they are written, and
 * with operations in an order, which the extension gives another with every build. It is made while the application is built
 * into a native executable, or else while it starts.
 */
public class SchemaCustomizer extends GraphQLTypeVisitorStub implements EventingService {

    private static final Map<String, GraphQLScalarType> BY_NAME =
            ScalarInfo.GRAPHQL_SPECIFICATION_SCALARS.stream().collect(toMap(GraphQLScalarType::getName, identity()));

    /** The specification's: text or a whole number. The library's takes whatever has a text, lists and objects too. */
    private static final GraphQLScalarType ID = Scalars.GraphQLID.transform(id -> id.coercing(new IdCoercing()));

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private static final String DATE = "A day of the calendar as ISO 8601 writes it: YYYY-MM-DD.";

    private static final String DATE_TIME = "A moment as ISO 8601 writes it, such as 2018-10-31T08:30:00Z.";

    /** Asked for always, whatever is configured. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        // this is when a native executable is being built: the one time to learn
        GraphQLParserWarmup.learn();
        HqlParserWarmup.learn();
        return GraphQLSchema.newSchema(SchemaTransformer.transformSchema(builder.build(), this));
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        if (!ROOTS.contains(type.getName())) {
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
        registry.typeResolver(type, byName(registry.getTypeResolver(type)));
        return TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitGraphQLUnionType(
            GraphQLUnionType type, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        registry.typeResolver(type, byName(registry.getTypeResolver(type)));
        return TraversalControl.CONTINUE;
    }

    /** The extension's resolvers know the types of the schema before; those after have the same names. */
    private static TypeResolver byName(TypeResolver resolver) {
        return environment -> environment
                .getSchema()
                .getObjectType(resolver.getType(environment).getName());
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        if (scalar.getName().equals("Date")) {
            return changeNode(context, scalar.transform(date -> date.description(DATE)));
        }
        if (scalar.getName().equals("DateTime")) {
            return changeNode(context, scalar.transform(moment -> moment.description(DATE_TIME)));
        }
        if (scalar.getName().equals(ID.getName())) {
            return changeNode(context, ID);
        }
        GraphQLScalarType standard = BY_NAME.get(scalar.getName());
        return standard == null || standard == scalar ? TraversalControl.CONTINUE : changeNode(context, standard);
    }
}
