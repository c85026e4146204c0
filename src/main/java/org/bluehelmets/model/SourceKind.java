package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Kind of source. */
@Description("Kind of source.")
public enum SourceKind {
    @Description("Newspaper or magazine article.")
    ARTICLE,
    @Description("Dataset, official list or official record, such as a resolution of the Security Council.")
    DATASET
}
