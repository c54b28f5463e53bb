package dev.basegram.bot.chat.files;

import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.telegram.SentFile;
import dev.basegram.common.FileTicket;
import dev.basegram.common.InternalApi;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Links by which Airtable fetches what is too large to upload: at our own webhook-server, signed, and good for minutes. Without a
 * webhook-server there are none. Thread-safe.
 */
@Singleton
public class FileLinks {
    private static final Logger LOG = Logger.getLogger(FileLinks.class);
    /** Airtable fetches within seconds as a rule; the rest is for its bad days. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BotSettings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    FileLinks(BotSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private boolean areOpen() {
        return settings.webhookUrl().isPresent() && settings.secret().isPresent();
    }

    /** Returns the size of the largest file that can get into the base, in bytes. */
    public long largest() {
        return areOpen() ? SentFile.MAX_FETCH : NewFile.MOST_BYTES;
    }

    /** Returns a link to a file; empty where there can be none. */
    Optional<URI> to(SentFile file) {
        if (!areOpen() || !FileTicket.fits(file.fileId())) {
            return Optional.empty();
        }
        FileTicket ticket = new FileTicket(
                file.fileId(), file.name(), file.mimeType(), clock.instant().plus(GOOD_FOR));
        return Optional.of(URI.create(settings.webhookUrl().orElseThrow() + InternalApi.PUBLIC_FILES + "/"
                + ticket.write(settings.secret().orElseThrow())));
    }

    /**
     * Tells whether a link works, by asking as Airtable will: of a fetch that fails Airtable tells nobody. Blocks its thread, which
     * should be a virtual one.
     */
    boolean works(URI link) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(link).HEAD().timeout(PATIENCE).build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                LOG.warnf("A file cannot be passed on: webhook-server answers %d for it", status);
            }
            return status == 200;
        } catch (IOException e) {
            LOG.warnf(
                    "A file cannot be passed on: webhook-server does not answer (%s)",
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
