package org.bluehelmets.execution;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param operationName null where the client names none
 */
public record GraphQLRequest(String query, String operationName, Map<String, Object> variables) {}
