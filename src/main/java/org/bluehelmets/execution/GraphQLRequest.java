package org.bluehelmets.execution;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param operationName null if absent
 */
public record GraphQLRequest(String query, String operationName, Map<String, Object> variables) {}
