package dev.basegram.endtoend.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's control endpoints. Thread-safe. */
public final class Sandbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String root;

    public Sandbox(String root) {
        this.root = root;
    }

    /** Returns where the sandbox and its page are. */
    public String root() {
        return root;
    }

    /** Acts as a person and returns the sandbox's account of it: the message, the updates. */
    public JsonNode act(ObjectNode act) {
        return call("POST", "/sandbox/telegram/send", act.toString());
    }

    /** Acts as a person where that is still possible; returns whether it was. */
    public boolean tryAct(ObjectNode act) {
        try {
            act(act);
            return true;
        } catch (SandboxRefusal e) {
            return false;
        }
    }

    /** Returns what a chat shows now. */
    public ChatSnapshot chat(long id) {
        return new ChatSnapshot(call("GET", "/sandbox/telegram/chats/" + id, ""));
    }

    /** Returns the newest messages of a chat. */
    public ChatSnapshot chat(long id, int last) {
        return new ChatSnapshot(call("GET", "/sandbox/telegram/chats/" + id + "?last=" + last, ""));
    }

    /** Makes a person known, with the id also in their name. */
    public void register(long id, String name) {
        call(
                "POST",
                "/sandbox/telegram/people",
                object().put("id", id)
                        .put("firstName", name)
                        .put("languageCode", "en")
                        .toString());
    }

    /** Puts an update into the bot's queue as it is. */
    public void inject(String update) {
        call("POST", "/sandbox/telegram/updates", "{\"update\":" + update + "}");
    }

    /** Switches a fault on for the next calls. */
    public void fault(String service, String operation, String kind, int times) {
        call(
                "POST",
                "/sandbox/faults",
                fault(service, operation, kind).put("times", times).toString());
    }

    /** Switches a fault on until {@link #clearFaults}. */
    public void faultUntilCleared(String service, String operation, String kind) {
        call("POST", "/sandbox/faults", fault(service, operation, kind).toString());
    }

    public void clearFaults() {
        call("DELETE", "/sandbox/faults", "");
    }

    /** Returns what is known of the bot: its webhook, its pending updates. */
    public JsonNode botView() {
        return call("GET", "/sandbox/telegram/chats", "").path("bot");
    }

    /** Returns the rows of a table, each with the text that the grid shows in its cells. */
    public List<JsonNode> rows(String base, String table) {
        List<JsonNode> rows = new ArrayList<>();
        call("GET", "/sandbox/airtable/bases/" + base + "/tables/" + encoded(table), "")
                .path("rows")
                .forEach(rows::add);
        return rows;
    }

    /** Returns all calls that a service received, the newest 2,000, oldest first. */
    public List<JsonNode> calls(String service) {
        List<JsonNode> calls = new ArrayList<>();
        call("GET", "/sandbox/" + service + "/calls", "").forEach(calls::add);
        return calls;
    }

    /** Forgets the calls that a service received so far. */
    public void forgetCalls(String service) {
        call("DELETE", "/sandbox/" + service + "/calls", "");
    }

    /** Returns the calls of one operation that a service received, the newest 2,000, oldest first. */
    public List<JsonNode> calls(String service, String operation) {
        List<JsonNode> calls = new ArrayList<>();
        call("GET", "/sandbox/" + service + "/calls?operation=" + encoded(operation), "")
                .forEach(calls::add);
        return calls;
    }

    /** The sandbox says that this cannot be done, such as a press on a button that is gone. */
    static final class SandboxRefusal extends AssertionError {
        private static final long serialVersionUID = 1L;

        SandboxRefusal(String why) {
            super(why);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static ObjectNode fault(String service, String operation, String kind) {
        return object().put("service", service).put("operation", operation).put("kind", kind);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer patSomebodyInTheBrowser")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new SandboxRefusal("The sandbox refused %s %s %s: %d %s"
                        .formatted(method, path, body, response.statusCode(), response.body()));
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
