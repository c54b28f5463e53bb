package dev.basegram.sandbox.telegram.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads parameters from a body: JSON, urlencoded or multipart, by its {@code Content-Type}. */
public final class BodyReader {
    private BodyReader() {}

    /** Reads a body; empty when it does not have the form that its type promises. */
    public static Optional<Params> read(String contentType, Buffer body) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            return Json.parse(body.toString()).filter(JsonNode::isObject).map(Params::ofJson);
        }
        if (type.startsWith("multipart/form-data")) {
            return MultipartBody.read(contentType, body);
        }
        Map<String, String> values = new HashMap<>();
        if (type.startsWith("application/x-www-form-urlencoded")) {
            readForm(body.toString(), values);
        }
        return Optional.of(new Params(values, Map.of()));
    }

    /** Reads a query string or urlencoded body; what is there already stays. */
    public static void readForm(String form, Map<String, String> into) {
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                into.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
