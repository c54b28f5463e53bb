package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The demo base, a furniture workshop. Its dates are written as days from today, {@code @-3} or {@code @-3T09:30}, so
 * that orders are due tomorrow whenever somebody looks.
 */
public final class DemoBase {
    private static final String RESOURCE = "/airtable/atelier-nord.json";
    private static final Pattern DAY = Pattern.compile("@([+-]?\\d+)(?:T(\\d\\d:\\d\\d))?");

    private final Instant now;
    private final AttachmentStore files;

    private DemoBase(Instant now, AttachmentStore files) {
        this.now = now;
        this.files = files;
    }

    /** The demo base as of now; its pictures go to {@code files}. */
    public static Base make(String baseId, Instant now, AttachmentStore files) {
        return new DemoBase(now, files).make(baseId);
    }

    private Base make(String baseId) {
        try (InputStream stream = DemoBase.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + RESOURCE);
            }
            JsonNode description = new ObjectMapper().readTree(stream);
            return new BaseReader(resolved(description), now).read(baseId);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (DataProblem wrong) {
            throw new IllegalStateException(RESOURCE + ": " + wrong.text(), wrong);
        }
    }

    private JsonNode resolved(JsonNode node) {
        if (node.has("resource")) {
            return picture(node.path("resource").asText());
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> copy.set(entry.getKey(), resolved(entry.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(resolved(element)));
            return copy;
        }
        Matcher day = DAY.matcher(node.asText());
        return node.isTextual() && day.matches() ? JsonNodeFactory.instance.textNode(date(day)) : node;
    }

    private JsonNode picture(String name) {
        try (InputStream stream = DemoBase.class.getResourceAsStream("/airtable/photos/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("Missing picture " + name);
            }
            return files.keep(Ids.named("att", name), name, stream.readAllBytes(), "image/png");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String date(Matcher day) {
        LocalDate date = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(Integer.parseInt(day.group(1)));
        String time = day.group(2);
        return time == null
                ? date.toString()
                : date.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC).toString();
    }
}
