package dev.basegram.bot.telegram;

import dev.basegram.bot.chat.Chat;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The Telegram side, put together as the application does, for tests of other packages. */
public final class TelegramParts implements AutoCloseable {
    public static final String TOKEN = "123456:AAtestTESTtestTESTtestTESTtestTESTte";

    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));

    private final BotApi api;
    private final ChatPace pace;
    private final BotIdentity identity;

    /** Nobody waits: whatever the pace, the next message leaves at once. */
    public TelegramParts(ScriptedBotApi server, MeterRegistry metrics, Clock clock) {
        this(server, metrics, clock, _ -> {});
    }

    /** Waiting lets the time of the test pass. */
    public static TelegramParts paced(ScriptedBotApi server, MeterRegistry metrics, Chat.TestClock clock) {
        return new TelegramParts(server, metrics, clock, clock::pass);
    }

    private TelegramParts(ScriptedBotApi server, MeterRegistry metrics, Clock clock, ChatPace.Pause pause) {
        this.api = api(server, metrics);
        this.identity = new BotIdentity(api);
        this.pace = new ChatPace(clock, pause);
    }

    static BotApi api(ScriptedBotApi server, MeterRegistry metrics) {
        return api(server.url(), BotHttpClient.WHOLE_CALL, metrics);
    }

    static BotApi api(URI url, Duration patience, MeterRegistry metrics) {
        var forms = new FormCalls(VERTX, url, TOKEN, patience);
        return new BotApi(TOKEN, url, BotHttpClient.create(), forms, metrics);
    }

    public MessageSender messages() {
        return new MessageSender(api, pace);
    }

    public FileSender files() {
        return new FileSender(api, pace);
    }

    public BotIdentity identity() {
        return identity;
    }

    public FileFetcher fetcher() {
        return new FileFetcher(api);
    }

    @Override
    public void close() {
        api.shutdown();
    }
}
