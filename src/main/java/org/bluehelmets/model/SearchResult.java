package org.bluehelmets.model;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

/** An object that search can return. */
@Union
@Description("An object that search can return.")
public interface SearchResult {}
