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

/** Exports official counts as a stream of CSV. */
@Path("/exports")
public class ExportResource {

    private static final String CSV = "text/csv; charset=utf-8";

    /** The limit of concurrent exports, because each holds a database connection until its client has read it. */
    private static final int MAX_CONCURRENT = ConnectionBudget.EXPORTS;

    private static final int RETRY_AFTER_SECONDS = 10;

    private final ContributionExport export;
    private final SecurityIdentity identity;
    private final boolean authRequired;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

    ExportResource(
            ContributionExport export,
            SecurityIdentity identity,
            @ConfigProperty(name = "bluehelmets.auth.required") boolean authRequired) {
        this.export = export;
        this.identity = identity;
        this.authRequired = authRequired;
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
        if (authRequired && identity.isAnonymous()) {
            // gives the response that @RolesAllowed gives
            throw new UnauthorizedException();
        }
        ProblemDetails.rejectUnknownParameters(uri, Set.of("nation", "mission", "from", "to"));
        ContributionExport.Filter filter = new ContributionExport.Filter(
                key("nation", nation), key("mission", mission), date("from", from), date("to", to));
        if (permits.availablePermits() == 0) {
            return busy();
        }
        return Response.ok((StreamingOutput) out -> write(out, filter))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contributions.csv\"")
                .build();
    }

    private void write(OutputStream out, ContributionExport.Filter filter) throws IOException {
        // another request may have taken the permit since the check
        if (!permits.tryAcquire()) {
            throw new WebApplicationException(busy());
        }
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            export.write(writer, filter);
            writer.flush();
        } finally {
            permits.release();
        }
    }

    private static Response busy() {
        return Response.fromResponse(ProblemDetails.response(503, MAX_CONCURRENT + " exports are running; retry later"))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static String key(String parameter, String text) {
        if (text != null && !StorableText.is(text)) {
            throw new WebApplicationException(
                    ProblemDetails.response(400, parameter + " must not contain the character U+0000"));
        }
        return text == null ? null : TextFolding.upperCaseKey(text);
    }

    private static LocalDate date(String parameter, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WebApplicationException(ProblemDetails.response(
                    400, "%s must be a date as YYYY-MM-DD, but was \"%s\"".formatted(parameter, text)));
        }
    }
}
