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

/** Backs up all that the service holds while it runs, and restores it; docs/backup.md says how. */
@Path("/backup")
@RolesAllowed(StaticTokenMechanism.OPERATOR)
public class BackupResource {

    private static final int MOST_AT_ONCE = 1;

    private static final String ZIP = "application/zip";

    private final Backup backup;
    private final Restore restore;
    private final PersonnelCountSubscription changes;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    BackupResource(Backup backup, Restore restore, PersonnelCountSubscription changes) {
        this.backup = backup;
        this.restore = restore;
        this.changes = changes;
    }

    @GET
    @Produces(ZIP)
    public Response backUp() {
        if (places.availablePermits() == 0) {
            return busy();
        }
        return Response.ok((StreamingOutput) this::write)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bluehelmets.zip\"")
                .build();
    }

    private void write(OutputStream out) throws IOException {
        // another may have come since the look at the places
        if (!places.tryAcquire()) {
            throw new WebApplicationException(busy());
        }
        try {
            backup.write(out);
        } finally {
            places.release();
        }
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response restore(InputStream file) {
        if (!places.tryAcquire()) {
            return busy();
        }
        try {
            long rows = restore.run(file);
            changes.announceRestored();
            Log.infof("a backup of %s rows was restored", rows);
            return Response.ok(Map.of("rows", rows)).build();
        } catch (UnreadableFileException e) {
            return ProblemDetails.response(400, e.getMessage());
        } catch (ImportRunningException e) {
            return ProblemDetails.response(409, e.getMessage());
        } finally {
            places.release();
        }
    }

    private static Response busy() {
        return ProblemDetails.response(503, "a backup or a restore is under way; try again later");
    }
}
