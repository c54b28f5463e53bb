package dev.basegram.webhook.forward;

import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.UpdateBatch;
import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sends updates to the bot: alone while few are on their way, and what comes meanwhile together in the next request, as the bot
 * commits together what comes together. Each update has its own answer and its own fate. Thread-safe.
 *
 * <p>No update waits for long behind a request that hangs: after 20 ms what waits goes on its own way.
 */
@Singleton
class SharedRequests {
    private static final int AT_ONCE = 2;
    private static final int MOST_UPDATES = 64;
    /** Half of what the bot takes. */
    private static final int MOST_BYTES = 512 * 1024;

    /** Of a batch as such, or of a bot of an earlier release that knows none. */
    private static final Set<Integer> SAYS_NOTHING_OF_THE_UPDATES = Set.of(400, 404, 405, 413, 415, 422);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(20);

    private final BotApi api;
    private final String authorization;
    private final EventLoopGroup timers;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private int onTheirWay;
    private boolean timed;

    private static final class Waiting {
        final UpdateBatch.Part part;
        final UniEmitter<? super BotAnswer> answer;
        volatile boolean givenUp;

        Waiting(UpdateBatch.Part part, UniEmitter<? super BotAnswer> answer) {
            this.part = part;
            this.answer = answer;
            answer.onTermination(() -> givenUp = true);
        }
    }

    SharedRequests(@RestClient BotApi api, SharedSecret secret, @MainEventLoopGroup EventLoopGroup timers) {
        this.api = api;
        this.authorization = InternalApi.authorization(secret);
        this.timers = timers;
    }

    /**
     * Sends one update when subscribed to; fails when the bot could not be asked.
     *
     * @param traceparent the trace it is a part of; null for none
     */
    Uni<BotAnswer> update(@Nullable String traceparent, byte[] body) {
        return Uni.createFrom().emitter(answer -> {
            var waiting = new Waiting(new UpdateBatch.Part(traceparent, body), answer);
            if (mayGo(waiting)) {
                send(List.of(waiting));
            }
        });
    }

    private synchronized boolean mayGo(Waiting waiting) {
        if (onTheirWay < AT_ONCE) {
            onTheirWay++;
            return true;
        }
        queue.add(waiting);
        time();
        return false;
    }

    private void time() {
        if (!timed) {
            timed = true;
            var _ = timers.schedule(this::waitedLong, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void waitedLong() {
        List<Waiting> next;
        synchronized (this) {
            timed = false;
            next = together();
            onTheirWay += next.isEmpty() ? 0 : 1;
            if (!queue.isEmpty()) {
                time();
            }
        }
        send(next);
    }

    private void arrived() {
        List<Waiting> next;
        synchronized (this) {
            next = onTheirWay > AT_ONCE ? List.of() : together();
            onTheirWay -= next.isEmpty() ? 1 : 0;
        }
        send(next);
    }

    private List<Waiting> together() {
        List<Waiting> next = new ArrayList<>();
        int bytes = 0;
        for (Waiting first = queue.peek(); first != null && next.size() < MOST_UPDATES; first = queue.peek()) {
            bytes += first.part.update().length;
            if (bytes > MOST_BYTES && !next.isEmpty()) {
                break;
            }
            queue.remove();
            if (!first.givenUp) {
                next.add(first);
            }
        }
        return next;
    }

    /** What comes of each update, a failure too, has gone to its own answer by the end: nothing is left to hear here. */
    private void send(List<Waiting> updates) {
        switch (updates.size()) {
            case 0 -> {}
            case 1 ->
                alone(updates.getFirst())
                        .onTermination()
                        .invoke(this::arrived)
                        .subscribe()
                        .with(_ -> {}, _ -> {});
            default ->
                batch(updates).onTermination().invoke(this::arrived).subscribe().with(_ -> {}, _ -> {});
        }
    }

    private Uni<BotAnswer> alone(Waiting update) {
        return api.update(authorization, update.part.traceparent(), update.part.update())
                .map(BotAnswer::of)
                .onItem()
                .invoke(update.answer::complete)
                .onFailure()
                .invoke(update.answer::fail);
    }

    private Uni<?> batch(List<Waiting> updates) {
        byte[] body =
                UpdateBatch.write(updates.stream().map(update -> update.part).toList());
        return api.updates(authorization, body)
                .onFailure()
                .invoke(failure -> updates.forEach(update -> update.answer.fail(failure)))
                .onItem()
                .transformToUni(response -> answered(updates, response));
    }

    private Uni<?> answered(List<Waiting> updates, RestResponse<String> response) {
        if (SAYS_NOTHING_OF_THE_UPDATES.contains(response.getStatus())) {
            return Uni.join().all(updates.stream().map(this::alone).toList()).andCollectFailures();
        }
        List<Integer> statuses = response.getStatus() == 200 ? statuses(response.getEntity()) : List.of();
        // What does not answer for each is not the bot, or not well, and that is what it says to each.
        boolean fits = statuses.size() == updates.size();
        for (int i = 0; i < updates.size(); i++) {
            updates.get(i).answer.complete(fits ? answer(statuses.get(i)) : BotAnswer.of(response));
        }
        return Uni.createFrom().voidItem();
    }

    private static BotAnswer answer(int status) {
        return new BotAnswer(status, status == 200 ? InternalApi.DUPLICATE : "");
    }

    private static List<Integer> statuses(@Nullable String body) {
        try {
            return new JsonArray(body == null ? "[]" : body)
                    .stream()
                            .map(status -> status instanceof Integer number ? number : 0)
                            .toList();
        } catch (DecodeException _) {
            return List.of();
        }
    }
}
