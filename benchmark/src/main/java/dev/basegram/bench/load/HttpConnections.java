package dev.basegram.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A number of kept HTTP/1.1 connections to one door, one request at a time on each, as Telegram keeps them.
 *
 * <p>Requests come as finished bytes, so that the load costs the machine as little as it can: what the generator uses, the
 * measured system lacks. All state belongs to one event loop; {@link #submit} may be called from anywhere.
 */
public final class HttpConnections implements AutoCloseable {
    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final EventLoop loop = group.next();
    private final Bootstrap bootstrap;
    private final int limit;
    private final Queue<Connection> idle = new ArrayDeque<>();
    private final Queue<Exchange> waiting = new ArrayDeque<>();
    private int open;

    /**
     * Makes connections to the door's host and port, each when it is first needed.
     *
     * @param limit the most there are at a time
     */
    public HttpConnections(URI door, int limit) {
        this.limit = limit;
        this.bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(new InetSocketAddress(door.getHost(), door.getPort()));
    }

    /** Runs something on the event loop that all answers arrive on. */
    public void onLoop(Runnable task) {
        loop.execute(task);
    }

    /** Sends a request as soon as a connection is free, in the order of the calls. */
    public void submit(byte[] request, Answered answered) {
        Exchange exchange = new Exchange(request, answered);
        if (loop.inEventLoop()) {
            place(exchange);
        } else {
            loop.execute(() -> place(exchange));
        }
    }

    private void place(Exchange exchange) {
        Connection free = idle.poll();
        if (free != null) {
            free.send(exchange);
        } else if (open < limit) {
            connect(exchange);
        } else {
            waiting.add(exchange);
        }
    }

    private void connect(Exchange first) {
        open++;
        Connection connection = new Connection(this, first);
        bootstrap
                .clone()
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), connection);
                    }
                })
                .connect()
                .addListener(connecting -> {
                    if (!connecting.isSuccess()) {
                        open--;
                        first.complete(Answered.BROKEN);
                        serveNextOnNewConnection();
                    }
                });
    }

    private void serveNextOnNewConnection() {
        Exchange next = waiting.poll();
        if (next != null) {
            connect(next);
        }
    }

    /** A connection has its answer and can take another request. */
    void freed(Connection connection) {
        Exchange next = waiting.poll();
        if (next != null) {
            connection.send(next);
        } else {
            idle.add(connection);
        }
    }

    /** A connection is gone, with a request that nobody answered if {@code unanswered} is not null. */
    void lost(Connection connection, @Nullable Exchange unanswered) {
        open--;
        idle.remove(connection);
        if (unanswered != null && unanswered.mayTryAgain()) {
            place(unanswered);
        } else if (unanswered != null) {
            unanswered.complete(Answered.BROKEN);
        }
        if (open < limit) {
            serveNextOnNewConnection();
        }
    }

    /** Closes every connection and ends the event loop; a request that has no answer yet gets none. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
