package dev.basegram.bot.telegram;

import dev.basegram.bot.config.BotSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one client of the Bot API and what stands on it. */
@Singleton
final class TelegramProducer {
    @Produces
    @Singleton
    BotApi api(BotSettings settings, Vertx vertx, MeterRegistry metrics) {
        BotSettings.Telegram telegram = settings.telegram();
        var forms = new FormCalls(vertx, telegram.apiUrl(), telegram.token(), BotHttpClient.WHOLE_CALL);
        return new BotApi(telegram.token(), telegram.apiUrl(), BotHttpClient.create(), forms, metrics);
    }

    @Produces
    @Singleton
    TelegramHealth health(BotApi api) {
        return api.health();
    }

    void close(@Disposes BotApi api) {
        api.shutdown();
    }

    @Produces
    @Singleton
    ChatPace pace(Clock clock) {
        return new ChatPace(clock, Thread::sleep);
    }

    @Produces
    @Singleton
    MessageSender messages(BotApi api, ChatPace pace) {
        return new MessageSender(api, pace);
    }

    @Produces
    @Singleton
    FileSender files(BotApi api, ChatPace pace) {
        return new FileSender(api, pace);
    }

    @Produces
    @Singleton
    BotIdentity identity(BotApi api) {
        return new BotIdentity(api);
    }

    @Produces
    @Singleton
    FileFetcher fetcher(BotApi api) {
        return new FileFetcher(api);
    }

    @Produces
    @Singleton
    MenuSender menu(BotApi api) {
        return new MenuSender(api);
    }
}
