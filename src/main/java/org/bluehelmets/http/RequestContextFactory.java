package org.bluehelmets.http;

import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import org.bluehelmets.observability.RequestObserver;

/** Creates the contexts of requests. */
@ApplicationScoped
public class RequestContextFactory {

    private final RequestObserver observer;
    private final RequestCanceller canceller;

    RequestContextFactory(RequestObserver observer, RequestCanceller canceller) {
        this.observer = observer;
        this.canceller = canceller;
    }

    /** Creates a context whose timeout has not started. */
    public RequestContext create(Context eventLoop) {
        return new RequestContext(observer.start(), canceller, eventLoop);
    }
}
