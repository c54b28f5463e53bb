package dev.basegram.bot.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** The Telegram side, put together as the application does, for tests of other packages. */
public final class TelegramParts implements AutoCloseable {
    public static final String TOKEN = "123456:AAtestTESTtestTESTtestTESTtestTESTte";

    private final BotApi api;
    private final ChatPace pace;
    private final BotIdentity identity;

    public TelegramParts(ScriptedBotApi server, MeterRegistry metrics, Clock clock) {
        this.api = new BotApi(TOKEN, server.url().toString(), BotHttpClient.create(), metrics);
        this.identity = new BotIdentity(api);
        this.pace = new ChatPace(clock, _ -> {});
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
