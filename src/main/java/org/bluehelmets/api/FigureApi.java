package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Figure;
import org.bluehelmets.model.Metric;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;

/** Fields of figures. */
@GraphQLApi
@ApplicationScoped
public class FigureApi {

    private final EntityLoader loader;

    FigureApi(EntityLoader loader) {
        this.loader = loader;
    }

    /** Returns the figures of a metric, or all if the metric is null. */
    static List<Figure> filter(Metric metric, List<Figure> figures) {
        return metric == null
                ? figures
                : figures.stream().filter(figure -> figure.metric == metric).toList();
    }

    @NonNull
    @Description("Source of the value.")
    public CompletionStage<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source Figure figure) {
        return loader.loadReference(Source.class, figure.source);
    }
}
