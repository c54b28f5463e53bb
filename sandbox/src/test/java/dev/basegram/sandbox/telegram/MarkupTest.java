package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parse modes: what becomes of the text, its entities in UTF-16 units, and the server's words when it does not parse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkupTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterAll
    void close() {
        sandbox.close();
    }

    private JsonNode send(String parseMode, String text) {
        return sandbox.call("sendMessage", "chat_id", 1001, "text", text, "parse_mode", parseMode)
                .result();
    }

    /** Entities as {@code type@offset+length}, with the argument behind. */
    private static String entities(JsonNode message) {
        List<String> entities = new ArrayList<>();
        for (JsonNode entity : message.path("entities")) {
            String argument = entity.has("url")
                    ? " " + entity.path("url").asText()
                    : entity.has("language") ? " " + entity.path("language").asText() : "";
            entities.add(
                    entity.path("type").asText() + "@" + entity.path("offset").asInt() + "+"
                            + entity.path("length").asInt() + argument);
        }
        return String.join(", ", entities);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b>bold</b> plain                                  | bold plain   | bold@0+4
            <strong>b</strong><em>i</em><ins>u</ins><del>s</del> | bius       | bold@0+1, italic@1+1, underline@2+1, strikethrough@3+1
            <b>a<i>b</i></b>                                   | ab           | bold@0+2, italic@1+1
            😀 <b>after an emoji</b>                           | 😀 after an emoji | bold@3+14
            <a href="https://example.com">x</a>                | x            | text_link@0+1 https://example.com/
            <a href='https://example.com/a?b=1&amp;c=2'>x</a>  | x            | text_link@0+1 https://example.com/a?b=1&c=2
            <a href="nonsense">x</a>                           | x            | ''
            <code>a &lt; b</code>                              | a < b        | code@0+5
            <pre><code class="language-java">int i;</code></pre> | int i;     | pre@0+6 java
            <pre>plain</pre>                                   | plain        | pre@0+5
            <tg-spoiler>s</tg-spoiler> <span class="tg-spoiler">t</span> | s t | spoiler@0+1, spoiler@2+1
            <blockquote>q</blockquote>                         | q            | blockquote@0+1
            <blockquote expandable>q</blockquote>              | q            | expandable_blockquote@0+1
            &amp;&lt;&gt;&quot; &#38; &#x26; &nope;            | &<>" & & &nope; | ''
            <b>a</b><b>b</b>                                   | ab           | bold@0+2
            <b>a<code>b</code>c</b>                            | abc          | bold@0+1, code@1+1, bold@2+1
            /start and @someone at https://example.com/a.      | /start and @someone at https://example.com/a. | bot_command@0+6, mention@11+8, url@23+21
            <b></b>empty tags vanish                           | empty tags vanish | ''
            """)
    void readsHtml(String source, String text, String entities) {
        JsonNode message = send("HTML", source);

        assertThat(message.path("text").asText()).isEqualTo(text);
        assertThat(entities(message)).isEqualTo(entities);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <b>open                | Can't find end tag corresponding to start tag "b"
            <p>para</p>            | Unsupported start tag "p" at byte offset 0
            ж<p>para</p>           | Unsupported start tag "p" at byte offset 2
            <b>a</i>               | Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
            a</b>                  | Unexpected end tag at byte offset 1
            a < b                  | Unsupported start tag "" at byte offset 2
            a <b                   | Unclosed start tag at byte offset 2
            <b>a</b                | Unclosed end tag at byte offset 4
            <span>a</span>         | Tag "span" must have class "tg-spoiler" at byte offset 0
            <a href>x</a>          | Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0
            <a href=a/b>x</a>      | Unexpected end of name token at byte offset 8
            <tg-emoji emoji-id="x">x</tg-emoji> | Invalid custom emoji identifier specified
            """)
    void saysWhyHtmlDoesNotParse(String source, String why) {
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", source, "parse_mode", "html")
                        .description())
                .isEqualTo("Bad Request: can't parse entities: " + why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            *bold* _italic_ __under__ ~strike~  ; bold italic under strike ; bold@0+4, italic@5+6, underline@12+5, strikethrough@18+6
            ||spoiler||                       ; spoiler       ; spoiler@0+7
            *a _b_*                           ; a b           ; bold@0+3, italic@2+1
            [x](https://example.com/\\))      ; x             ; text_link@0+1 https://example.com/)
            `a*b`                             ; a*b           ; code@0+3
            ```java code```                   ; " code"       ; pre@0+5 java
            1\\. done\\!                      ; 1. done!      ; ""
            😀 *b*                            ; 😀 b          ; bold@3+1
            >quoted                           ; quoted        ; blockquote@0+6
            """)
    void readsMarkdownV2(String source, String text, String entities) {
        JsonNode message = send("MarkdownV2", source);

        assertThat(message.path("text").asText()).isEqualTo(text);
        assertThat(entities(message)).isEqualTo(entities);
    }

    @Test
    void readsQuotesOfSeveralLines() {
        JsonNode message = send("MarkdownV2", "before\n>one\n>two\nafter");

        assertThat(message.path("text").asText()).isEqualTo("before\none\ntwo\nafter");
        assertThat(entities(message)).isEqualTo("blockquote@7+8");
        assertThat(entities(send("MarkdownV2", ">hidden||"))).isEqualTo("expandable_blockquote@0+6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1. done       | "Character '.' is reserved and must be escaped with the preceding '\\'"
            a-b           | "Character '-' is reserved and must be escaped with the preceding '\\'"
            жж *bold      | Can't find end of Bold entity at byte offset 5
            _i            | Can't find end of Italic entity at byte offset 0
            __u           | Can't find end of Underline entity at byte offset 0
            `c            | Can't find end of Code entity at byte offset 0
            [x](http://a  | Can't find end of a URL at byte offset 4
            ![x]          | Custom emoji entity must contain a tg://emoji URL
            """)
    void saysWhyMarkdownV2DoesNotParse(String source, String why) {
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", source, "parse_mode", "MarkdownV2")
                        .description())
                .isEqualTo("Bad Request: can't parse entities: " + why);
    }

    @Test
    void readsTheFirstMarkdown() {
        JsonNode message = send("Markdown", "*b* _i_ `c` [x](example.com) \\*");

        assertThat(message.path("text").asText()).isEqualTo("b i c x *");
        assertThat(entities(message)).isEqualTo("bold@0+1, italic@2+1, code@4+1, text_link@6+1 http://example.com/");
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", "a *b", "parse_mode", "Markdown")
                        .description())
                .isEqualTo("Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 2");
    }

    @Test
    void takesExplicitEntities() {
        JsonNode message = sandbox.call(
                        "sendMessage",
                        "chat_id",
                        1001,
                        "text",
                        "see here",
                        "entities",
                        Sandbox.json("[{'type':'bold','offset':0,'length':3},"
                                + "{'type':'text_link','offset':4,'length':4,'url':'https://example.com/x'}]"))
                .result();

        assertThat(entities(message)).isEqualTo("bold@0+3, text_link@4+4 https://example.com/x");
    }

    @Test
    void trimsTextsAndTheirEntities() {
        JsonNode message = send("HTML", "  \n text <b>bold  </b> \n ");

        assertThat(message.path("text").asText()).isEqualTo("text bold");
        assertThat(entities(message)).isEqualTo("bold@5+4");
    }

    @Test
    void countsLimitsAfterParsing() {
        assertThat(send("HTML", "<b>" + "x".repeat(4096) + "</b>").path("text").asText())
                .hasSize(4096);
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", "x".repeat(4097))
                        .description())
                .isEqualTo("Bad Request: message is too long");
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", "").description())
                .isEqualTo("Bad Request: message text is empty");
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", " \n ").description())
                .isEqualTo("Bad Request: text must be non-empty");
        assertThat(sandbox.call("sendMessage", "chat_id", 1001, "text", "x", "parse_mode", "bbcode")
                        .description())
                .isEqualTo("Bad Request: unsupported parse_mode");
    }

    @Test
    void showsTheTextAsSafeHtml() {
        send("HTML", "<b>a &lt;script&gt;</b> <a href=\"https://example.com/?a=1&amp;b=2\">l</a>");

        assertThat(sandbox.last(1001).path("html").asText())
                .isEqualTo("<b>a &lt;script&gt;</b> <a href=\"https://example.com/?a=1&amp;b=2\""
                        + " rel=\"noopener noreferrer\" target=\"_blank\">l</a>");
    }
}
