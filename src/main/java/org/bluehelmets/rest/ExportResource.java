package org.bluehelmets.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.bluehelmets.database.ConnectionBudget;
import org.bluehelmets.database.StorableText;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.imports.ContributionExport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/** Exports official counts as CSV, written as they are read. */
@Path("/exports")
public class ExportResource {

    private static final String CSV = "text/csv; charset=utf-8";

    /** Each export holds a connection for as long as its client takes: no more of them at a time than these. */
    private static final int MOST_AT_ONCE = ConnectionBudget.EXPORTS;

    private static final int SECONDS_TO_WAIT = 10;

    private final ContributionExport export;
    private final SecurityIdentity caller;
    private final boolean closed;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    ExportResource(
            ContributionExport export,
            SecurityIdentity caller,
            @ConfigProperty(name = "bluehelmets.auth.required") boolean closed) {
        this.export = export;
        this.caller = caller;
        this.closed = closed;
    }

    @GET
    @Path("/contributions.csv")
    @Produces(CSV)
    public Response contributions(
            @RestQuery String nation,
            @RestQuery String mission,
            @RestQuery String from,
            @RestQuery String to,
            UriInfo uri) {
        if (closed && caller.isAnonymous()) {
            // the same that others are told who lack credentials
            throw new UnauthorizedException();
        }
        ProblemDetails.refuseUnknown(uri, Set.of("nation", "mission", "from", "to"));
        ContributionExport.Filter filter = new ContributionExport.Filter(
                upper("nation", nation), upper("mission", mission), day("from", from), day("to", to));
        if (places.availablePermits() == 0) {
            return busy();
        }
        return Response.ok((StreamingOutput) out -> write(out, filter))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contributions.csv\"")
                .build();
    }

    private void write(OutputStream out, ContributionExport.Filter filter) throws IOException {
        // another may have come since the look at the places
        if (!places.tryAcquire()) {
            throw new WebApplicationException(busy());
        }
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            export.write(writer, filter);
            writer.flush();
        } finally {
            places.release();
        }
    }

    private static Response busy() {
        return Response.fromResponse(
                        ProblemDetails.response(503, MOST_AT_ONCE + " exports are under way; try again later"))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
    }

    private static String upper(String parameter, String text) {
        if (text != null && !StorableText.is(text)) {
            throw new WebApplicationException(
                    ProblemDetails.response(400, parameter + " holds the character U+0000; leave it out"));
        }
        return text == null ? null : TextFolding.upperCaseKey(text);
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WebApplicationException(ProblemDetails.response(
                    400, "%s is \"%s\"; write a day that exists, as YYYY-MM-DD".formatted(parameter, text)));
        }
    }
}
