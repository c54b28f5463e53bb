package dev.basegram.bench.stub;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A Telegram that believes everything: any token, any call, answered at once or after a set time. It limits nobody.
 *
 * <p>Written against core.telegram.org/bots/api, as far as a bot needs it to start and to send. Thread-safe.
 */
public final class TelegramStub implements AutoCloseable {
    private static final String ME =
            "{\"id\":424242,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\","
                    + "\"can_join_groups\":true,\"can_read_all_group_messages\":false,\"supports_inline_queries\":false}";
    private static final Duration EMPTY_POLL = Duration.ofSeconds(2);

    private final HttpStub http = new HttpStub(this::answer);
    private final AtomicLong messagesSent = new AtomicLong();
    private final AtomicInteger nextMessage = new AtomicInteger(1);
    private volatile Duration delay = Duration.ZERO;
    private volatile String webhook = "";
    private volatile Consumer<BotCall> watcher = call -> {};

    /** Returns the Bot API root, without {@code /bot<token>}. */
    public URI root() {
        return http.root();
    }

    /** Makes every call that sends or edits take this long. */
    public void takeEachTime(Duration time) {
        delay = time;
    }

    /** Tells this watcher each call when it arrives, on the stub's event loop: it must not block. */
    public void watch(Consumer<BotCall> each) {
        watcher = each;
    }

    /** Returns how many {@code sendMessage} calls were answered since the start. */
    public long messagesSent() {
        return messagesSent.get();
    }

    private Answer answer(FullHttpRequest request) {
        long now = System.nanoTime();
        String[] pathAndQuery = request.uri().split("\\?", 2);
        String method = pathAndQuery[0].substring(pathAndQuery[0].lastIndexOf('/') + 1);
        String contentType = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        BotCall call;
        try {
            call = BotCall.read(
                    method,
                    contentType,
                    pathAndQuery.length == 2 ? pathAndQuery[1] : "",
                    request.content().toString(StandardCharsets.UTF_8),
                    nextMessage.getAndIncrement(),
                    now);
        } catch (IllegalArgumentException e) {
            System.err.println("stub Telegram: " + method + ": " + e.getMessage());
            return Answer.of(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: unreadable\"}");
        }
        watcher.accept(call);
        return answer(call);
    }

    private Answer answer(BotCall call) {
        return switch (call.method()) {
            case "getMe" -> ok(ME);
            case "setWebhook" -> {
                webhook = call.parameter("url").orElse("");
                yield ok("true");
            }
            case "deleteWebhook" -> {
                webhook = "";
                yield ok("true");
            }
            case "getWebhookInfo" ->
                ok("{\"url\":\"" + webhook
                        + "\",\"has_custom_certificate\":false,\"pending_update_count\":0,\"max_connections\":100}");
            case "getUpdates" -> slow(ok("[]"), EMPTY_POLL, () -> {});
            case "getMyCommands" -> ok("[]");
            case "sendMessage" -> slow(ok(message(call)), delay, messagesSent::incrementAndGet);
            case "editMessageText", "editMessageReplyMarkup" -> slow(ok(message(call)), delay, () -> {});
            default -> slow(ok("true"), delay, () -> {});
        };
    }

    private static String message(BotCall call) {
        return "{\"message_id\":" + call.messageId() + ",\"from\":" + ME + ",\"chat\":{\"id\":" + call.chat()
                + ",\"first_name\":\"Anna\",\"type\":\"private\"},\"date\":" + System.currentTimeMillis() / 1_000
                + ",\"text\":\"…\"}";
    }

    private static Answer ok(String result) {
        return Answer.of(200, "{\"ok\":true,\"result\":" + result + "}");
    }

    private static Answer slow(Answer answer, Duration after, Runnable sent) {
        return new Answer(answer.status(), answer.body(), after, sent);
    }

    @Override
    public void close() {
        http.close();
    }
}
