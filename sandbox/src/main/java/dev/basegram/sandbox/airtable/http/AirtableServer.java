package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;

/** The API host and the content host over one base. */
public final class AirtableServer {
    private final LiveBase live;
    private final Gate gate;
    private final Pages pages;
    private final AttachmentLinks links;
    private final CallHandler calls;
    private final Endpoints endpoints;

    /** Serves a base; nothing is reachable before {@link #mount}. */
    public AirtableServer(
            Vertx vertx, LiveBase live, AttachmentStore files, Faults faults, CallLog log, boolean rateLimited) {
        this.live = live;
        this.gate = new Gate(live.clock(), rateLimited);
        this.pages = new Pages(live.clock());
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.links = new AttachmentLinks(live.clock(), secret);
        this.calls = new CallHandler(vertx, live.clock(), gate, faults, log);
        this.endpoints = new Endpoints(new ReadEndpoints(live, pages, links), new WriteEndpoints(live, links));
    }

    /** Serves the API under {@code /v0/} and attachments under a path of their own. */
    public void mount(Router router) {
        AirtableRoutes.mount(router, calls, live, endpoints);
    }

    /** The limits. */
    public Gate gate() {
        return gate;
    }

    /** Links to attachments on this server, without scheme and host. */
    public AttachmentUrls links() {
        return links.from("");
    }

    /** Forgets everything but the base: open pages, calls and penalties. */
    public void reset() {
        live.read(base -> {
            pages.clear();
            return base.id();
        });
        gate.reset();
    }
}
