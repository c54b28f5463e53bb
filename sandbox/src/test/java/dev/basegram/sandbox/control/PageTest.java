package dev.basegram.sandbox.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page is whole, and it is local. */
@QuarkusTest
class PageTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:href=\"|src=\"|from '|url\\()((?:\\.{0,2}/|css/|js/|fonts/|favicon)[^\"')]*)");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:https?:)?//[a-z0-9.-]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);

    @Test
    void everythingThePageRefersToIsServed() {
        Set<String> served = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add("/");
        while (!open.isEmpty()) {
            String path = open.remove();
            if (!served.add(path)) {
                continue;
            }
            String text = given().get(path).then().statusCode(200).extract().asString();
            if (!path.endsWith(".woff2")) {
                references(path, text).forEach(open::add);
            }
        }

        assertThat(served).contains("/js/app.js", "/js/editors.js", "/css/theme.css", "/fonts/emoji-fallback.woff2");
    }

    @Test
    void nothingInThePageComesFromAnotherHost() {
        for (String path :
                Set.of("/", "/css/theme.css", "/css/chat.css", "/js/app.js", "/js/api.js", "/js/message.js")) {
            String text = given().get(path)
                    .asString()
                    .replace("http://www.w3.org/2000/svg", "")
                    .replace("https://t.me", "");
            assertThat(ELSEWHERE
                            .matcher(text)
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void openApiDescribesTheContract() {
        String described = given().get("/q/openapi?format=json").asString();

        assertThat(described)
                .contains(
                        "/sandbox/telegram/send",
                        "/sandbox/telegram/chats/{id}",
                        "/sandbox/telegram/calls",
                        "/sandbox/airtable/calls",
                        "/sandbox/faults",
                        "/sandbox/reset",
                        "/sandbox/services");
    }

    private static Set<String> references(String path, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            found.add(java.net.URI.create(path).resolve(matcher.group(1)).getPath());
        }
        return found;
    }
}
