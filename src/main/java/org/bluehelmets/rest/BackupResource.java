package org.bluehelmets.rest;

import io.quarkus.logging.Log;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.bluehelmets.backup.Backup;
import org.bluehelmets.backup.Restore;
import org.bluehelmets.imports.ImportRunningException;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.live.PersonnelCountSubscription;
import org.bluehelmets.security.StaticTokenMechanism;

/** Backs up and restores all data while the server runs; see docs/backup.md. */
@Path("/backup")
@RolesAllowed(StaticTokenMechanism.OPERATOR)
public class BackupResource {

    private static final int MAX_CONCURRENT = 1;

    private static final String ZIP = "application/zip";

    private final Backup backup;
    private final Restore restore;
    private final PersonnelCountSubscription changes;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

    BackupResource(Backup backup, Restore restore, PersonnelCountSubscription changes) {
        this.backup = backup;
        this.restore = restore;
        this.changes = changes;
    }

    @GET
    @Produces(ZIP)
    public Response backUp() {
        if (permits.availablePermits() == 0) {
            return busy();
        }
        return Response.ok((StreamingOutput) this::write)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bluehelmets.zip\"")
                .build();
    }

    private void write(OutputStream out) throws IOException {
        // another request may have taken the permit since the check
        if (!permits.tryAcquire()) {
            throw new WebApplicationException(busy());
        }
        try {
            backup.write(out);
        } finally {
            permits.release();
        }
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response restore(InputStream file) {
        if (!permits.tryAcquire()) {
            return busy();
        }
        try {
            long rows = restore.run(file);
            changes.publishRestore();
            Log.infof("Restored a backup of %s rows", rows);
            return Response.ok(Map.of("rows", rows)).build();
        } catch (UnreadableFileException e) {
            return ProblemDetails.response(400, e.getMessage());
        } catch (ImportRunningException e) {
            return ProblemDetails.response(409, e.getMessage());
        } finally {
            permits.release();
        }
    }

    private static Response busy() {
        return ProblemDetails.response(503, "Another backup or restore is running; retry later");
    }
}
