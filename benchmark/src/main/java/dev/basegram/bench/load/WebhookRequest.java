package dev.basegram.bench.load;

import java.nio.charset.StandardCharsets;

/** Writes a delivery exactly as Telegram's server does: these headers in this order, and no others. */
public final class WebhookRequest {
    private final Door door;

    /** Writes to this door. */
    public WebhookRequest(Door door) {
        this.door = door;
    }

    /** Returns the whole request with this body, as bytes for the wire. */
    public byte[] with(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + door.uri().getRawPath() + " HTTP/1.1\r\n"
                        + "Host: " + door.uri().getHost() + ":" + door.uri().getPort() + "\r\n"
                        + "X-Telegram-Bot-Api-Secret-Token: " + door.secretToken() + "\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: " + body.length + "\r\n"
                        + "Connection: keep-alive\r\n"
                        + "Accept-Encoding: gzip, deflate\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
