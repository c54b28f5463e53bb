package dev.basegram.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Bot API over real HTTP on a port of its own: answers well unless told otherwise, and shows what each message is by now. */
public final class ScriptedBotApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One call as it came. */
    public record Call(String method, Map<String, String> parameters) {
        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** An answer to give instead of a good one. */
    public record Answer(int status, String body) {
        public static Answer error(int code, String description) {
            return new Answer(
                    code, "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
        }

        public static Answer tooMany(int seconds) {
            return new Answer(
                    429,
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after %d\",\"parameters\":{\"retry_after\":%d}}"
                            .formatted(seconds, seconds));
        }
    }

    /** What a message shows by now. */
    public record Shown(int id, long chat, String text, List<List<Map<String, String>>> buttons) {
        /** Returns the data of the button with this label, or part of a label. */
        public String button(String label) {
            return buttons.stream()
                    .flatMap(List::stream)
                    .filter(button -> button.get("text").contains(label))
                    .findFirst()
                    .map(button -> button.get("callback_data"))
                    .orElseThrow(() -> new AssertionError("no button «" + label + "» under: " + text + "\n" + buttons));
        }

        public List<String> labels() {
            return buttons.stream()
                    .flatMap(List::stream)
                    .map(button -> button.get("text"))
                    .toList();
        }
    }

    private final HttpServer server;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
    private final Map<Integer, Shown> messages = new java.util.TreeMap<>();
    private volatile boolean linksWork = true;
    private final AtomicInteger nextMessage = new AtomicInteger(100);

    public ScriptedBotApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Gives an answer to the next call of a method. */
    public void next(String method, Answer answer) {
        script.computeIfAbsent(method, _ -> new ConcurrentLinkedDeque<>()).add(answer);
    }

    /** Lets webhook-server go away, or come back. */
    public void linksWork(boolean work) {
        linksWork = work;
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    public synchronized void forgetCalls() {
        calls.clear();
    }

    /** Returns the messages that are there now, the oldest first. */
    public synchronized List<Shown> messages() {
        return List.copyOf(messages.values());
    }

    /** Returns the message at the end of the chat. */
    public synchronized Shown last() {
        return messages().getLast();
    }

    /** Returns the last message that has buttons. */
    public synchronized Shown screen() {
        return messages().stream()
                .filter(message -> !message.buttons().isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no message has buttons: " + messages));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.startsWith("/files/")) { // as webhook-server, which these tests do not need
            exchange.sendResponseHeaders(linksWork ? 200 : 503, -1);
            exchange.close();
            return;
        }
        if (path.startsWith("/content/")) { // as Airtable's: so many bytes
            int count = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            respond(exchange, count == 0 ? 403 : 200, "x".repeat(count));
            return;
        }
        if (path.startsWith("/file/")) {
            respond(exchange, 200, "file:" + path.substring(path.lastIndexOf('/') + 1));
            return;
        }
        String method = path.substring(path.lastIndexOf('/') + 1);
        Call call = new Call(method, form(body));
        Answer answer;
        synchronized (this) {
            calls.add(call);
            Deque<Answer> planned = script.get(method);
            Answer scripted = planned == null ? null : planned.poll();
            answer = scripted == null ? good(call) : scripted;
        }
        if (answer.status() == 0) {
            exchange.close(); // cut before any answer
            return;
        }
        respond(exchange, answer.status(), answer.body());
    }

    private Answer good(Call call) throws IOException {
        return switch (call.method()) {
            case "getMe" -> ok("{\"id\":1,\"is_bot\":true,\"first_name\":\"Acme\",\"username\":\"Acme_Ops_Bot\"}");
            case "sendMediaGroup" -> album(call);
            case "sendMessage", "sendPhoto", "sendVideo", "sendAudio", "sendDocument" -> {
                int id = nextMessage.getAndIncrement();
                show(call, id);
                String file = switch (call.method()) {
                    case "sendPhoto" ->
                        ",\"photo\":[{\"file_id\":\"PH%d\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]"
                                .formatted(id);
                    case "sendVideo" -> ",\"video\":{\"file_id\":\"VI%d\",\"file_unique_id\":\"u\"}".formatted(id);
                    case "sendDocument" ->
                        ",\"document\":{\"file_id\":\"DO%d\",\"file_unique_id\":\"u\"}".formatted(id);
                    default -> "";
                };
                yield ok("{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":%s,\"type\":\"private\"}%s}"
                        .formatted(id, chat(call), file));
            }
            case "editMessageText" -> {
                int id = Integer.parseInt(call.parameter("message_id"));
                if (!messages.containsKey(id)) {
                    yield Answer.error(400, "Bad Request: message to edit not found");
                }
                show(call, id);
                yield ok("{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":%s,\"type\":\"private\"}}"
                        .formatted(id, chat(call)));
            }
            case "deleteMessage" -> {
                messages.remove(Integer.parseInt(call.parameter("message_id")));
                yield ok("true");
            }
            case "getFile" ->
                ok("{\"file_id\":\"%1$s\",\"file_unique_id\":\"u\",\"file_path\":\"photos/%1$s\"}"
                        .formatted(call.parameter("file_id")));
            default -> ok("true");
        };
    }

    private static String chat(Call call) {
        String chat = call.parameter("chat_id");
        return chat.isEmpty() ? "0" : chat;
    }

    private void show(Call call, int id) throws IOException {
        List<List<Map<String, String>>> rows = new ArrayList<>();
        String markup = call.parameter("reply_markup");
        if (!markup.isEmpty()) {
            for (JsonNode row : JSON.readTree(markup).path("inline_keyboard")) {
                List<Map<String, String>> buttons = new ArrayList<>();
                for (JsonNode button : row) {
                    Map<String, String> each = new HashMap<>();
                    button.properties()
                            .forEach(entry ->
                                    each.put(entry.getKey(), entry.getValue().asText()));
                    buttons.add(each);
                }
                rows.add(buttons);
            }
        }
        messages.put(id, new Shown(id, Long.parseLong(chat(call)), call.parameter("text"), rows));
    }

    private static Answer ok(String result) {
        return new Answer(200, "{\"ok\":true,\"result\":" + result + "}");
    }

    private static Map<String, String> form(byte[] bytes) {
        Map<String, String> parameters = new HashMap<>();
        String body = new String(bytes, StandardCharsets.ISO_8859_1);
        if (body.startsWith("--")) {
            return multipart(body, parameters);
        }
        for (String pair : body.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    /** Fields as they are; of a file its name and how many bytes came. */
    private static Map<String, String> multipart(String body, Map<String, String> parameters) {
        String boundary = body.substring(0, body.indexOf("\r\n"));
        for (String part : body.split(java.util.regex.Pattern.quote(boundary))) {
            int end = part.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            String head = part.substring(0, end);
            String content = part.substring(end + 4, part.length() - 2);
            String name = head.replaceAll("(?s).*; name=\"([^\"]*)\".*", "$1");
            parameters.put(
                    name,
                    head.contains("filename=")
                            ? "%s %d"
                                    .formatted(head.replaceAll("(?s).*filename=\"([^\"]*)\".*", "$1"), content.length())
                            : new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private Answer album(Call call) throws IOException {
        List<String> messages = new ArrayList<>();
        for (JsonNode each : JSON.readTree(call.parameter("media"))) {
            int id = nextMessage.getAndIncrement();
            String type = each.path("type").asText();
            String file = "{\"file_id\":\"%s%d\",\"file_unique_id\":\"u\"}"
                    .formatted(type.substring(0, 2).toUpperCase(java.util.Locale.ROOT), id);
            messages.add("{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":%s,\"type\":\"private\"},\"%s\":%s}"
                    .formatted(id, chat(call), type, type.equals("photo") ? "[" + file + "]" : file));
        }
        return ok("[" + String.join(",", messages) + "]");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
