package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** What a source is. */
@Description("What a source is.")
public enum SourceKind {
    @Description("A newspaper or magazine article.")
    ARTICLE,
    @Description("A dataset, an official list or an official record such as a resolution of the Security Council.")
    DATASET
}
