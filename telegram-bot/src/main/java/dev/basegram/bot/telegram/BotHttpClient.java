package dev.basegram.bot.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client for calls that carry files, with OkHttp's habits that double a message switched off. */
final class BotHttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    /** From a call to the last byte of its answer. */
    static final Duration WHOLE_CALL = Duration.ofSeconds(60);

    private BotHttpClient() {}

    static OkHttpClient create() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(256);
        dispatcher.setMaxRequestsPerHost(256);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                // As many as may be busy at once: with the default of five, a burst would connect anew for each
                // message.
                .connectionPool(new ConnectionPool(256, 1, TimeUnit.MINUTES))
                // By default a POST whose pooled connection died is silently sent again: the person would read it
                // twice.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .callTimeout(WHOLE_CALL)
                .build();
    }
}
