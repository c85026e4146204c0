package org.bluehelmets.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.HeaderParser;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;

/** Selects the media type of a response by the header Accept. */
final class ContentNegotiation {

    static final String JSON = "application/json";
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    /** In order of preference: every client knows the first. */
    private static final List<String> SUPPORTED = List.of(JSON, GRAPHQL_RESPONSE);

    private ContentNegotiation() {}

    /** The supported type that the client prefers; null if it accepts none. */
    static String select(RoutingContext http) {
        // RoutingContext.parsedHeaders() has the first line of Accept only
        String accept = String.join(",", http.request().headers().getAll(HttpHeaders.ACCEPT));
        List<? extends MIMEHeader> byPreference =
                HeaderParser.sort(HeaderParser.convertToParsedHeaderValues(accept, ParsableMIMEValue::new));
        if (byPreference.isEmpty()) {
            return JSON;
        }
        for (MIMEHeader range : byPreference) {
            for (String type : SUPPORTED) {
                if (range.weight() > 0 && matches(range, type) && !isExcluded(type, byPreference)) {
                    return type;
                }
            }
        }
        return null;
    }

    private static boolean matches(MIMEHeader range, String type) {
        String[] parts = type.split("/");
        return matches(range.component(), parts[0]) && matches(range.subComponent(), parts[1]);
    }

    private static boolean matches(String pattern, String part) {
        return pattern.equals("*") || pattern.equalsIgnoreCase(part);
    }

    private static boolean isExcluded(String type, List<? extends MIMEHeader> ranges) {
        return ranges.stream()
                .anyMatch(range -> range.weight() == 0 && !range.subComponent().equals("*") && matches(range, type));
    }
}
