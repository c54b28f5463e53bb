package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Bots;
import dev.basegram.sandbox.telegram.files.StoredMedia;
import dev.basegram.sandbox.telegram.wire.Answer;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Downloads: {@code /file/bot<token>/<file_path>}, for an hour after {@code getFile}. */
final class DownloadRoute {
    private final Bots bots;
    private final Faults faults;
    private final Responder responder;

    DownloadRoute(Bots bots, Faults faults, Responder responder) {
        this.bots = bots;
        this.faults = faults;
        this.responder = responder;
    }

    void handle(RoutingContext context) {
        Optional<CallPath> path = CallPath.of(context.request().path(), "/file/bot");
        if (path.isEmpty() || !path.get().hasValidToken()) {
            responder.send(context, new Answer.Failed(404, "Not Found", null));
            return;
        }
        Bot bot = bots.calling(path.get().botId(), path.get().test());
        Optional<Fault> fault =
                faults.take(Service.TELEGRAM, "file", String.valueOf(path.get().botId()));
        if (fault.isPresent()) {
            Answer instead = FaultAnswers.inPlaceOf("file", fault.get())
                    .orElseGet(() -> new Answer.Failed(500, "Internal Server Error", null));
            responder.sendFault(context, instead, fault.get());
            return;
        }
        send(context, bot, URLDecoder.decode(path.get().method(), StandardCharsets.UTF_8));
    }

    private void send(RoutingContext context, Bot bot, String filePath) {
        Optional<StoredMedia> media;
        synchronized (bot) {
            media = bot.files().byLink(filePath);
        }
        if (media.isEmpty()) {
            responder.send(context, new Answer.Failed(404, "Not Found", null));
            return;
        }
        context.response()
                .putHeader("Content-Type", "application/octet-stream")
                .putHeader("Content-Disposition", "attachment")
                .end(media.get().content());
    }
}
