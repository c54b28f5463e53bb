package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Bots;
import dev.basegram.sandbox.telegram.files.RemoteFiles;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The Bot API over HTTP: {@code /bot<token>/<method>} and {@code /bot<token>/test/<method>}. */
public final class BotApiRoutes {
    private final Bots bots;
    private final Methods methods = new Methods();
    private final RemoteFiles remoteFiles;
    private final Faults faults;
    private final CallLog log;
    private final Clock clock;
    private final Responder responder;

    /** Creates the routes; {@link #mount} puts them into a router. */
    public BotApiRoutes(Vertx vertx, Bots bots, Faults faults, CallLog log, Clock clock) {
        this.bots = bots;
        this.remoteFiles = new RemoteFiles(vertx);
        this.faults = faults;
        this.log = log;
        this.clock = clock;
        this.responder = new Responder(vertx);
    }

    /** Puts the routes into a router. */
    public void mount(Router router) {
        router.routeWithRegex("/bot.*").handler(this::handle);
        router.routeWithRegex("/file/bot.*").handler(new DownloadRoute(bots, faults, responder)::handle);
    }

    /** Executes a method call that a webhook's reply carried; nobody sees what comes of it but the log. */
    public void execute(Bot bot, Params params) {
        String method = params.text("method");
        long begin = System.nanoTime();
        fetched(params, new Answered() {
            @Override
            public void params(Params ready) {
                record(bot, "REPLY", method, params, methods.call(method, bot, ready), begin);
            }

            @Override
            public void refused(Refusal refusal) {
                record(bot, "REPLY", method, params, refusal.answer(), begin);
            }
        });
    }

    private void handle(RoutingContext context) {
        context.put(Responder.LOOP, Vertx.currentContext());
        Optional<CallPath> path = CallPath.of(context.request().path(), "/bot");
        if (path.isEmpty()) {
            responder.send(context, new Answer.Failed(404, "Not Found", null));
            return;
        }
        RequestReader.read(context.request(), context.body().buffer())
                .onSuccess(params -> call(context, path.get(), params))
                .onFailure(error -> responder.send(
                        context,
                        error instanceof Refusal refusal
                                ? refusal.answer()
                                : new Answer.Failed(400, "Bad Request: can't read the request", null)));
    }

    private void call(RoutingContext context, CallPath path, Params params) {
        if (!path.hasValidToken()) {
            responder.send(context, new Answer.Failed(401, "Unauthorized: invalid token specified", null));
            return;
        }
        Bot bot = bots.calling(path.botId(), path.test());
        long begin = System.nanoTime();
        Fault fault = faults.take(Service.TELEGRAM, path.method(), String.valueOf(path.botId()))
                .orElse(null);
        String httpMethod = context.request().method().name();
        Consumer<Answer> reply = answer -> {
            record(bot, httpMethod, path.method(), params, answer, begin);
            responder.send(context, answer, fault);
        };
        Optional<Answer> instead = fault == null ? Optional.empty() : FaultAnswers.inPlaceOf(path.method(), fault);
        if (instead.isPresent()) {
            record(bot, httpMethod, path.method(), params, instead.get(), begin);
            responder.sendFault(context, instead.get(), Objects.requireNonNull(fault));
        } else if (path.method().equalsIgnoreCase("getUpdates")) {
            poll(context, bot, params, reply);
        } else {
            fetched(params, new Answered() {
                @Override
                public void params(Params ready) {
                    reply.accept(methods.call(path.method(), bot, ready));
                }

                @Override
                public void refused(Refusal refusal) {
                    reply.accept(refusal.answer());
                }
            });
        }
    }

    private static void poll(RoutingContext context, Bot bot, Params params, Consumer<Answer> reply) {
        AtomicReference<Runnable> giveUp = new AtomicReference<>();
        context.response().closeHandler(closed -> {
            Runnable poll = giveUp.get();
            if (poll != null) {
                poll.run();
            }
        });
        try {
            giveUp.set(bot.mailbox().getUpdates(params, reply));
        } catch (Refusal refusal) {
            reply.accept(refusal.answer());
        }
    }

    /** What to do when a call's files have been fetched, or could not be. */
    private interface Answered {
        void params(Params ready);

        void refused(Refusal refusal);
    }

    private void fetched(Params params, Answered then) {
        remoteFiles
                .fetch(params)
                .onSuccess(then::params)
                .onFailure(error -> then.refused(
                        error instanceof Refusal refusal
                                ? refusal
                                : Refusal.badRequest("failed to get HTTP URL content")));
    }

    private void record(Bot bot, String httpMethod, String method, Params params, Answer answer, long beginNanos) {
        JsonNode sent = params.toLog();
        log.record(new Call(
                0,
                clock.instant(),
                Service.TELEGRAM,
                String.valueOf(bot.id()),
                httpMethod,
                method,
                "/bot/" + method,
                sent,
                answer.status(),
                answer.body(),
                (System.nanoTime() - beginNanos) / 1_000_000));
    }
}
