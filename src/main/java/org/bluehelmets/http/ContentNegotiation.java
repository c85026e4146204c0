package org.bluehelmets.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.HeaderParser;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.List;

/** The media types that answers come in, and which of them a client gets. */
final class ContentNegotiation {

    static final String JSON = "application/json";
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    /** In the order in which they are chosen by clients who take any: the first is the one that all of them know. */
    private static final List<String> SERVED = List.of(JSON, GRAPHQL_RESPONSE);

    private ContentNegotiation() {}

    /** The type that the client likes best; null where it takes none of those that are served. */
    static String accepted(RoutingContext context) {
        // the client's favourites first
        // of all lines; the context has parsed the first of them
        String accept = String.join(",", context.request().headers().getAll(HttpHeaders.ACCEPT));
        List<? extends MIMEHeader> wanted =
                HeaderParser.sort(HeaderParser.convertToParsedHeaderValues(accept, ParsableMIMEValue::new));
        if (wanted.isEmpty()) {
            return JSON;
        }
        for (MIMEHeader each : wanted) {
            for (String type : SERVED) {
                if (each.weight() > 0 && matches(each, type) && !isExcluded(type, wanted)) {
                    return type;
                }
            }
        }
        return null;
    }

    private static boolean matches(MIMEHeader wanted, String type) {
        String[] parts = type.split("/");
        return matches(wanted.component(), parts[0]) && matches(wanted.subComponent(), parts[1]);
    }

    private static boolean matches(String wanted, String part) {
        return wanted.equals("*") || wanted.equalsIgnoreCase(part);
    }

    private static boolean isExcluded(String type, List<? extends MIMEHeader> wanted) {
        return wanted.stream()
                .anyMatch(each -> each.weight() == 0 && !each.subComponent().equals("*") && matches(each, type));
    }
}
