package org.bluehelmets.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.bluehelmets.loading.UnitOfWork;
import org.hibernate.SessionFactory;

/** Executes GraphQL requests, each from beginning to end on the thread that asks for it. */
@ApplicationScoped
public class GraphQLEngine {

    private final GraphQLSchema schema;
    private final GraphQL graphQL;
    private final SessionFactory sessions;
    private final DataSource dataSource;
    private volatile String printed;

    GraphQLEngine(GraphQLSchema schema, SessionFactory sessions, DataSource dataSource) {
        this.schema = schema;
        this.graphQL = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new ErrorShaping())
                .build();
        this.sessions = sessions;
        this.dataSource = dataSource;
    }

    /** The schema in GraphQL's own language. */
    public String printedSchema() {
        // not at the start, which need not wait for it
        if (printed == null) {
            printed = ExecutedSchema.printed(schema);
        }
        return printed;
    }

    /** Answers a request. Whatever goes wrong is in the result's errors; nothing is thrown. */
    public ExecutionResult execute(GraphQLRequest request) {
        try (UnitOfWork unit = UnitOfWork.begin(sessions, dataSource)) {
            ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                    .operationName(request.operationName())
                    .variables(request.variables())
                    .dataLoaderRegistry(unit.loaders())
                    .build();
            ExecutionResult result = graphQL.execute(input);
            return result.transform(shaped -> shaped.errors(
                    result.getErrors().stream().map(ErrorShaping::shaped).toList()));
        } catch (RuntimeException | StackOverflowError e) {
            return ExecutionResult.newExecutionResult()
                    .addError(ErrorShaping.internal(e, "the request"))
                    .build();
        }
    }
}
