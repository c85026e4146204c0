package org.bluehelmets.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;
import org.bluehelmets.http.ContentEncoding;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Decodes compressed files that are sent to be imported or restored, as they are read. */
class UploadDecoder {

    private final long most;

    UploadDecoder(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    @ServerRequestFilter
    Response decode(ContainerRequestContext request) {
        List<String> lines = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (lines == null || !request.hasEntity()) {
            return null;
        }
        List<String> codings =
                ContentEncoding.of(MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.CONTENT_ENCODING, lines));
        String problem = ContentEncoding.problem(codings);
        if (problem != null) {
            return Response.fromResponse(ProblemDetails.response(415, problem))
                    .header(HttpHeaders.ACCEPT_ENCODING, ContentEncoding.ACCEPTED)
                    .build();
        }
        if (!codings.isEmpty()) {
            request.setEntityStream(new Decoded(request.getEntityStream(), codings));
        }
        return null;
    }

    /** Begins to read when it is read: this may be before the body has come, on a thread that must not wait. */
    private final class Decoded extends InputStream {

        private final InputStream body;
        private final List<String> codings;
        private InputStream decoding;
        private long read;

        Decoded(InputStream body, List<String> codings) {
            this.body = body;
            this.codings = codings;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                if (decoding == null) {
                    decoding = ContentEncoding.decoding(body, codings);
                }
                int n = decoding.read(buffer, offset, length);
                read += Math.max(n, 0);
                if (read > most) {
                    throw refused(413, "the file has more than %s bytes once it is decompressed".formatted(most));
                }
                return n;
            } catch (ZipException e) {
                throw refused(400, "the body is no %s, though Content-Encoding says so".formatted(codings));
            }
        }

        private WebApplicationException refused(int status, String error) {
            return new WebApplicationException(ProblemDetails.response(status, error));
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
