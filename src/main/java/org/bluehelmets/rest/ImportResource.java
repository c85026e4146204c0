package org.bluehelmets.rest;

import io.quarkus.logging.Log;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Set;
import org.bluehelmets.imports.Dataset;
import org.bluehelmets.imports.ImportOptions;
import org.bluehelmets.imports.ImportProgress;
import org.bluehelmets.imports.ImportReport;
import org.bluehelmets.imports.ImportRunningException;
import org.bluehelmets.imports.Importer;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.security.StaticTokenMechanism;
import org.jboss.resteasy.reactive.RestQuery;

/** Imports a file into the running server. The file is the body of the request, and is read as a stream. */
@Path("/imports")
@RolesAllowed(StaticTokenMechanism.EDITOR)
public class ImportResource {

    private static final int UNPROCESSABLE = 422;

    private final Importer importer;

    ImportResource(Importer importer) {
        this.importer = importer;
    }

    @POST
    @Path("/contributions")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response contributions(
            InputStream file,
            @RestQuery String dryRun,
            @RestQuery String skipBadRows,
            @RestQuery String allowShrinking,
            UriInfo uri) {
        ProblemDetails.rejectUnknownParameters(uri, Set.of("dryRun", "skipBadRows", "allowShrinking"));
        ImportOptions options = new ImportOptions(
                Dataset.CONTRIBUTIONS,
                bool("dryRun", dryRun),
                bool("skipBadRows", skipBadRows),
                bool("allowShrinking", allowShrinking));
        try {
            ImportReport report = importer.run(file, options, ImportProgress.NONE);
            Log.infof(
                    "Imported %s: %s rows read, %s stored, %s bad",
                    report.dataset(), report.rowsRead(), report.rowsStored(), report.rowsBad());
            return Response.status(report.refused() ? UNPROCESSABLE : 200)
                    .entity(report)
                    .build();
        } catch (UnreadableFileException e) {
            return ProblemDetails.response(400, e.getMessage());
        } catch (ImportRunningException e) {
            return ProblemDetails.response(409, e.getMessage());
        }
    }

    private static boolean bool(String parameter, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new WebApplicationException(
                ProblemDetails.response(400, parameter + " must be true or false, but was \"" + text + "\""));
    }
}
