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

/** Decompresses uploaded files as they are read. */
class UploadDecoder {

    private final long maxBytes;

    UploadDecoder(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.maxBytes = maxBodySize.asLongValue();
    }

    @ServerRequestFilter
    Response decode(ContainerRequestContext request) {
        List<String> lines = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (lines == null || !request.hasEntity()) {
            return null;
        }
        List<String> codings =
                ContentEncoding.parse(MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.CONTENT_ENCODING, lines));
        String error = ContentEncoding.check(codings);
        if (error != null) {
            return Response.fromResponse(ProblemDetails.response(415, error))
                    .header(HttpHeaders.ACCEPT_ENCODING, ContentEncoding.SUPPORTED)
                    .build();
        }
        if (!codings.isEmpty()) {
            request.setEntityStream(new DecodedStream(request.getEntityStream(), codings));
        }
        return null;
    }

    /** Does not read from the body before it is read itself, because the filter runs on the event loop. */
    private final class DecodedStream extends InputStream {

        private final InputStream body;
        private final List<String> codings;
        private InputStream decoded;
        private long read;

        DecodedStream(InputStream body, List<String> codings) {
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
                if (decoded == null) {
                    decoded = ContentEncoding.decoder(body, codings);
                }
                int n = decoded.read(buffer, offset, length);
                read += Math.max(n, 0);
                if (read > maxBytes) {
                    throw error(413, "The decompressed file must have at most %s bytes".formatted(maxBytes));
                }
                return n;
            } catch (ZipException e) {
                throw error(400, "The body is not compressed as Content-Encoding %s specifies".formatted(codings));
            }
        }

        private WebApplicationException error(int status, String message) {
            return new WebApplicationException(ProblemDetails.response(status, message));
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
