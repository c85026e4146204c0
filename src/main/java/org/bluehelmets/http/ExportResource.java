package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.bluehelmets.ingest.ContributionExport;
import org.jboss.resteasy.reactive.RestQuery;

/** Exports official counts as CSV, written as they are read. */
@Path("/exports")
public class ExportResource {

    private static final String CSV = "text/csv; charset=utf-8";

    private final ContributionExport export;

    ExportResource(ContributionExport export) {
        this.export = export;
    }

    @GET
    @Path("/contributions.csv")
    @Produces(CSV)
    public Response contributions(
            @RestQuery String nation, @RestQuery String mission, @RestQuery String from, @RestQuery String to) {
        ContributionExport.Filter filter =
                new ContributionExport.Filter(upper(nation), upper(mission), day("from", from), day("to", to));
        StreamingOutput body = out -> export.write(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), filter);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contributions.csv\"")
                .build();
    }

    private static String upper(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WebApplicationException(Problem.response(
                    400, "%s is \"%s\"; write a day that exists, as YYYY-MM-DD".formatted(parameter, text)));
        }
    }
}
