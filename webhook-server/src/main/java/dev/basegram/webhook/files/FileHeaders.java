package dev.basegram.webhook.files;

import dev.basegram.common.FileTicket;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The head of an answer with a file: anybody may have sent it, so no browser shall show it as a page of this host. */
final class FileHeaders {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}");

    private FileHeaders() {}

    static void put(HttpServerResponse response, FileTicket ticket) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, type(ticket.mimeType()))
                .putHeader("Content-Disposition", disposition(ticket.name()))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Robots-Tag", "noindex")
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private static String type(String claimed) {
        return TYPE.matcher(claimed).matches() ? claimed : "application/octet-stream";
    }

    /** Both forms of RFC 6266: the plain one for old readers, with what it cannot hold replaced. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
