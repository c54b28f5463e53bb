package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.attachments.AttachmentStore.StoredFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Serves attachments by their signed links, without a token and uncounted, as the service's own file host does. */
final class AttachmentRoute {
    private final AttachmentStore files;
    private final AttachmentLinks links;

    AttachmentRoute(AttachmentStore files, AttachmentLinks links) {
        this.files = files;
        this.links = links;
    }

    /** 410 for a link that has expired or was made up. */
    void serve(RoutingContext context) {
        String id = context.pathParam("id");
        boolean valid = links.valid(id, context.pathParam("expires"), context.pathParam("signature"));
        Optional<StoredFile> file = valid ? files.file(id) : Optional.empty();
        if (file.isEmpty()) {
            context.response().setStatusCode(valid ? 404 : 410).end();
            return;
        }
        context.response()
                .putHeader("Content-Type", file.get().type())
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(file.get().bytes()));
    }
}
