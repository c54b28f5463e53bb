package dev.basegram.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Duration STALL = Duration.ofMillis(800);

    private final AtomicInteger served = new AtomicInteger();
    private final AtomicBoolean stalls = new AtomicBoolean();
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor();
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(oneAtATime);
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            if (stalls.compareAndSet(true, false)) {
                sleep();
            }
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        oneAtATime.shutdownNow();
    }

    @Test
    void requestsThatAStallHeldUpCountFromTheirDueTime() throws Exception {
        stalls.set(true);

        LoadResult result = run(2, 200, Duration.ofSeconds(1));

        assertThat(result.everyOneAccepted()).isTrue();
        assertThat(result.latencies().count()).isEqualTo(200);
        // The first request stalls for 800 ms: what was due in the first 600 ms of it waited 200 ms or longer, although
        // only two requests were out. A generator that waits for its answers would have seen one slow request.
        assertThat(result.latencies().countFrom(200)).isGreaterThanOrEqualTo(118);
    }

    @Test
    void everyRequestIsSentOnceAndItsStatusCounted() throws Exception {
        status = 503;

        LoadResult result = run(4, 300, Duration.ofMillis(500));

        assertThat(served).hasValue(150);
        assertThat(result.refused()).isEqualTo(150);
        assertThat(result.accepted()).isZero();
        assertThat(result.unanswered()).isZero();
    }

    @Test
    void aDoorThatIsShutIsBrokenNotSlow() throws Exception {
        server.stop(0);

        LoadResult result = run(2, 100, Duration.ofMillis(100));

        assertThat(result.broken()).isEqualTo(10);
        assertThat(result.latencies().count()).isZero();
    }

    private LoadResult run(int connections, int perSecond, Duration length) throws Exception {
        Door door =
                new Door(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), "secret");
        byte[] request = new WebhookRequest(door).with("{\"update_id\":1}");
        try (HttpConnections all = new HttpConnections(door.uri(), connections)) {
            return new OpenLoop(all, () -> request).run(perSecond, length);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(STALL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
