package dev.basegram.bench.load;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** One kept connection; everything happens on its event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails on a connection closes it, and channelInactive tells
final class Connection extends ChannelInboundHandlerAdapter {
    private final HttpConnections owner;
    private final Exchange first;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Exchange current;
    private int status;
    private boolean keptAlive;

    Connection(HttpConnections owner, Exchange first) {
        this.owner = owner;
        this.first = first;
    }

    void send(Exchange exchange) {
        current = exchange;
        status = Answered.BROKEN;
        if (context != null) {
            context.writeAndFlush(Unpooled.wrappedBuffer(exchange.request()), context.voidPromise());
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
        send(first);
    }

    @Override
    public void channelRead(ChannelHandlerContext active, Object message) {
        if (message instanceof HttpResponse response) {
            status = response.decoderResult().isSuccess() ? response.status().code() : Answered.BROKEN;
            keptAlive = HttpUtil.isKeepAlive(response);
        }
        boolean whole = message instanceof LastHttpContent;
        ReferenceCountUtil.release(message);
        if (whole) {
            answered(active);
        }
    }

    private void answered(ChannelHandlerContext active) {
        Exchange done = current;
        int itsStatus = status;
        current = null;
        if (keptAlive && itsStatus != Answered.BROKEN) {
            owner.freed(this); // which may have sent the next request on this connection already
        } else {
            active.close();
        }
        if (done != null) {
            done.complete(itsStatus);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        Exchange unanswered = current;
        current = null;
        owner.lost(this, unanswered);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        failed.close(); // a reset while a request is out: channelInactive sends it again or calls it broken
    }
}
