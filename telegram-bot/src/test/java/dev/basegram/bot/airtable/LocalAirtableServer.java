package dev.basegram.bot.airtable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The sandbox's local Airtable, on a port of its own.
 *
 * <p>It is loaded from the sandbox's classes by a class loader of its own and spoken to over HTTP: the bot must not know the
 * sandbox, nor get its settings into its own.
 */
public final class LocalAirtableServer implements AutoCloseable {
    private static final Path CLASSES = Path.of(System.getProperty("sandbox.classes", "../sandbox/target/classes"));

    /** A call as it was answered. */
    public record Answered(String method, String path, int status, long atNanos) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Answered> calls = new CopyOnWriteArrayList<>();
    private final URLClassLoader loader;
    private final Object faults;
    private final Object sandbox;
    private final HttpServer server;

    private LocalAirtableServer(boolean limited) throws Exception {
        loader = new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, LocalAirtableServer.class.getClassLoader());
        faults = type("faults.Faults").getConstructor().newInstance();
        Object log = type("faults.CallLog").getConstructor().newInstance();
        Object settings = type("airtable.LocalAirtable$Settings")
                .getConstructor(boolean.class, Optional.class)
                .newInstance(limited, Optional.empty());
        sandbox = type("airtable.LocalAirtable")
                .getConstructor(
                        Vertx.class,
                        Clock.class,
                        faults.getClass(),
                        log.getClass(),
                        Consumer.class,
                        settings.getClass())
                .newInstance(vertx, Clock.systemUTC(), faults, log, (Consumer<Object>) _ -> {}, settings);
        var router = Router.router(vertx);
        router.route().handler(context -> {
            context.addEndHandler(_ -> calls.add(new Answered(
                    context.request().method().name(),
                    context.request().path(),
                    context.response().getStatusCode(),
                    System.nanoTime())));
            context.next();
        });
        call("mount", Router.class, router);
        server = vertx.createHttpServer().requestHandler(router);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** Tells whether the sandbox has been built; a build of this module alone does not build it. */
    public static boolean isBuilt() {
        return Files.isDirectory(CLASSES);
    }

    public static LocalAirtableServer start(boolean limited) {
        try {
            return new LocalAirtableServer(limited);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass("dev.basegram.sandbox." + name);
    }

    private void call(String method, Class<?> type, Object argument) throws ReflectiveOperationException {
        type("airtable.AirtableSandbox").getMethod(method, type).invoke(sandbox, argument);
    }

    /** Switches a fault on for the next calls of an operation, such as {@code cut-after} for {@code create}. */
    public void fault(int times, String operation, String kind) {
        try {
            Class<?> service = type("faults.Service");
            Class<?> kinds = type("faults.FaultKind");
            Class<?> orders = type("faults.FaultOrder");
            Object order = orders.getMethod("next", int.class, service, String.class, kinds)
                    .invoke(
                            null,
                            times,
                            service.getField("AIRTABLE").get(null),
                            operation,
                            kinds.getMethod("of", String.class).invoke(null, kind));
            type("faults.Faults").getMethod("switchOn", orders).invoke(faults, order);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public void reset() {
        try {
            type("faults.Faults").getMethod("clear").invoke(faults);
            type("airtable.AirtableSandbox").getMethod("reset").invoke(sandbox);
            calls.clear();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public void rateLimit(boolean on) {
        try {
            call("rateLimit", boolean.class, on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Answered> calls() {
        return List.copyOf(calls);
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        try {
            loader.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
