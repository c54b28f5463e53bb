package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.hooks.Webhooks;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Duration;

/** The API host and the content host over one base. */
public final class AirtableServer {
    /** Before a failed ping is repeated for the first time (airtable.com/developers/web/api/webhooks-overview). */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    private final LiveBase live;
    private final Gate gate;
    private final Pages pages;
    private final AttachmentLinks links;
    private final CallHandler calls;
    private final Webhooks webhooks;
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
        this.webhooks = new Webhooks(vertx, live, links.latest(), log, FIRST_RETRY);
        this.endpoints = new Endpoints(
                new MetaEndpoints(live),
                new ReadEndpoints(live, pages, links),
                new WriteEndpoints(live, links),
                new CommentEndpoints(live),
                new UploadEndpoint(live, files, links),
                new WebhookEndpoints(live, webhooks),
                new AttachmentRoute(files, links));
    }

    /** Serves the API under {@code /v0/} and attachments under a path of their own. */
    public void mount(Router router) {
        AirtableRoutes.mount(router, calls, endpoints);
    }

    /** The limits. */
    public Gate gate() {
        return gate;
    }

    /** Links to attachments on this server, without scheme and host. */
    public AttachmentUrls links() {
        return links.relative();
    }

    /** Forgets everything but the base: open pages, webhooks, calls and penalties. */
    public void reset() {
        live.read(base -> {
            pages.clear();
            webhooks.clear();
            return base.id();
        });
        gate.reset();
    }
}
