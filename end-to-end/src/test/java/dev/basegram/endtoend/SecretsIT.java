package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.EchoingProxy;
import dev.basegram.endtoend.processes.Service;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes well or wrong, no secret is in anything that a run writes or shows. */
class SecretsIT {
    private static final String BOT_SECRET = "AAPlanted-bot_token-do_not_show_it1";
    private static final String BOT_TOKEN = "4242424242:" + BOT_SECRET;
    private static final String AIRTABLE_SECRET = "a1b2c3".repeat(10) + "beef";
    private static final String AIRTABLE_TOKEN = "patPlanted0000000." + AIRTABLE_SECRET;
    private static final String SHARED = "planted-shared-secret-0123456789";

    private static final List<Integer> FAILURES = List.of(401, 403, 404, 400, 500, 502, 1);
    private static final long ANNA = 1001;

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void noSecretIsInAnythingThatARunWrites(String logFormat) throws Exception {
        Basegram basegram = Basegram.in("secrets-" + logFormat);
        try (basegram;
                EchoingProxy telegram = new EchoingProxy(basegram.sandbox().root());
                EchoingProxy airtable = new EchoingProxy(basegram.sandbox().root())) {
            plant(basegram, telegram, airtable, logFormat);
            basegram.start("auto");
            goesWell(basegram);
            goesWrong(basegram, telegram, airtable);
            strangersAtTheDoor(basegram);
            Map<String, String> shown = everythingShown(basegram);
            startsThatFail(basegram);

            assertThat(telegram.lastEcho()).as("the neighbours did echo").contains(BOT_SECRET);
            assertThat(airtable.lastEcho()).contains(AIRTABLE_SECRET);
            shown.putAll(everythingWritten(basegram.bot().folder()));
            assertThat(shown.keySet())
                    .contains("telegram-bot.log", "webhook-server.log", "basegram.db", "/q/metrics", "the chat");
            shown.forEach((where, text) -> assertHoldsNone(where, text));
        }
    }

    private static void plant(Basegram basegram, EchoingProxy telegram, EchoingProxy airtable, String logFormat) {
        basegram.bot()
                .set("TELEGRAM_BOT_TOKEN", BOT_TOKEN)
                .set("TELEGRAM_API_URL", telegram.root())
                .set("AIRTABLE_TOKEN", AIRTABLE_TOKEN)
                .set("AIRTABLE_API_URL", airtable.root())
                .set("AIRTABLE_CONTENT_URL", airtable.root())
                .set("BASEGRAM_SECRET", SHARED)
                .set("LOG_FORMAT", logFormat)
                .set("QUARKUS_LOG_CATEGORY__DEV_BASEGRAM__LEVEL", "DEBUG");
        basegram.door().set("BASEGRAM_SECRET", SHARED).set("LOG_FORMAT", logFormat);
    }

    private static void goesWell(Basegram basegram) {
        Person anna = basegram.person(ANNA);
        anna.says("/start").sees("Tables");
        anna.says("/add Clients").sees("Name");
        anna.says("Zineb").presses("Review").sees("Zineb").presses("Save").sees("Saved");
        anna.says("/audit").sees("Zineb");
    }

    private static void goesWrong(Basegram basegram, EchoingProxy telegram, EchoingProxy airtable) {
        Person anna = basegram.person(ANNA);
        for (int status : FAILURES) {
            anna.says("/add Clients").sees("Name");
            anna.says("Number " + status).seesButton("Review").presses("Review").seesButton("Save");
            int before = airtable.echoes();
            airtable.failWith(status);
            anna.presses("Save");
            awaitEcho(airtable, before);
            airtable.failWith(0);
        }
        for (int status : FAILURES) {
            int before = telegram.echoes();
            telegram.failWith(status);
            anna.says("/menu");
            awaitEcho(telegram, before);
            telegram.failWith(0);
        }
        anna.waiting(Duration.ofMinutes(3)).says("/start").sees("Tables");
        // Neither is there at all: the address, with the token in it, is what there is to complain about.
        restart(basegram, "http://127.0.0.1:1");
        Awaitility.await()
                .atMost(Service.START_LIMIT)
                .until(() -> basegram.bot().text("/internal/status", bearer()).contains("telegram"));
        restart(basegram, null, telegram, airtable);
        anna.waiting(Duration.ofMinutes(3)).says("/start").sees("Tables");
    }

    private static void awaitEcho(EchoingProxy proxy, int before) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> proxy.echoes() > before);
    }

    private static void restart(Basegram basegram, String nowhere, EchoingProxy... neighbours) {
        basegram.bot().stop();
        basegram.bot().set("TELEGRAM_API_URL", nowhere == null ? neighbours[0].root() : nowhere);
        basegram.bot().set("AIRTABLE_API_URL", nowhere == null ? neighbours[1].root() : nowhere);
        basegram.bot().start().awaitAnswer("/q/health/live");
    }

    /** Wrong secrets, and a bot that is not there. */
    private static void strangersAtTheDoor(Basegram basegram) throws Exception {
        post(basegram, "/telegram/webhook", "X-Telegram-Bot-Api-Secret-Token", "wrong");
        post(basegram, "/airtable/webhook/" + "0".repeat(64), "X-Nothing", "nothing");
        assertThat(basegram.bot().text("/internal/status", "Authorization", "Bearer wrong"))
                .doesNotContain("ingress");
    }

    private static void post(Basegram basegram, String path, String header, String value) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(basegram.door().uri(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .header(header, value)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"update_id\":1}"))
                    .build();
            http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Values that are refused at the start, and so are all the more likely to be quoted. */
    private static void startsThatFail(Basegram basegram) throws Exception {
        basegram.bot().stop();
        post(basegram, "/telegram/webhook", "X-Telegram-Bot-Api-Secret-Token", derived("telegram-webhook"));
        basegram.door().stop();
        basegram.bot()
                .set("TELEGRAM_BOT_TOKEN", BOT_SECRET + " without its number")
                .set("AIRTABLE_TOKEN", AIRTABLE_TOKEN + " with a blank");
        assertThat(basegram.bot().start().awaitExit(Service.START_LIMIT)).isNotZero();
        basegram.door().set("BASEGRAM_SECRET", SHARED.substring(0, 15));
        assertThat(basegram.door().start().awaitExit(Service.START_LIMIT)).isNotZero();
    }

    private static Map<String, String> everythingShown(Basegram basegram) {
        Service bot = basegram.bot();
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("/internal/status", bot.text("/internal/status", bearer()));
        shown.put("/internal/dead-letters", bot.text("/internal/dead-letters", bearer()));
        for (String probe : List.of("live", "ready", "started")) {
            shown.put("/q/health/" + probe, bot.text("/q/health/" + probe));
            shown.put("webhook-server /q/health/" + probe, basegram.door().text("/q/health/" + probe));
        }
        shown.put("/q/metrics", bot.management("/q/metrics"));
        shown.put("webhook-server /q/metrics", basegram.door().management("/q/metrics"));
        shown.put("the chat", basegram.person(ANNA).chat().drawn());
        assertThat(shown.get("/internal/status")).contains("{");
        assertThat(shown.get("/internal/dead-letters")).contains("[");
        assertThat(shown.get("/q/metrics")).contains("basegram_");
        return shown;
    }

    private static String[] bearer() {
        return new String[] {"Authorization", "Bearer " + derived("internal")};
    }

    /** Every file of the run but the sandbox's, which plays Telegram and Airtable and may know their secrets. */
    private static Map<String, String> everythingWritten(Path folder) throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith("sandbox")) {
                    written.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return written;
    }

    private static void assertHoldsNone(String where, String text) {
        for (String secret : forms()) {
            int at = text.indexOf(secret);
            assertThat(at)
                    .as(() -> where + " shows a secret: …" + text.substring(Math.max(0, at - 200), at) + "‹here›")
                    .isNegative();
        }
    }

    /** The secrets, what is derived from them, and the coats in which they travel. */
    private static List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (String secret : List.of(
                BOT_SECRET,
                AIRTABLE_SECRET,
                SHARED,
                derived("telegram-webhook"),
                derived("internal"),
                derived("airtable-webhook"))) {
            forms.add(secret);
            forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            forms.add(base64.substring(0, base64.length() - 4));
        }
        return forms;
    }

    private static String derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SHARED.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
