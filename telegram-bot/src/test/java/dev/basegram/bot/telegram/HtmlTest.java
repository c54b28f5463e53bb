package dev.basegram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Formatted text is escaped by construction, and cut where a reader would cut it. */
class HtmlTest {
    private static final long SEED = 20261125;
    private static final String[] PIECES = {
        "a",
        "Ж",
        "<b>",
        "&amp;",
        "\"",
        " ",
        "\n",
        "\n\n",
        ". ",
        "😀",
        "👨‍👩‍👧‍👦",
        "é",
        "e\u0301",
        "مرحبا",
        "}",
        "'",
        "</a>",
        "🇩🇿"
    };

    @Test
    void whatAPersonWroteIsNeverMarkup() {
        Html text = Html.bold("<i>&\"x\"").plus(" 1 < 2").plus(Html.link("a<b", "https://x.example/?q=\"&<"));

        assertThat(text.markup())
                .isEqualTo("<b>&lt;i&gt;&amp;&quot;x&quot;</b> 1 &lt; 2a&lt;b"); // such an address is no address
        assertThat(text.plain()).isEqualTo("<i>&\"x\" 1 < 2a<b");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertThat(Html.link("x", "javascript:alert(1)").markup()).isEqualTo("x");
        assertThat(Html.link("x", "https://example.org/?a=1&b=2").markup())
                .isEqualTo("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>");
    }

    @Test
    void charactersThatTelegramRefusesAreLeftOut() {
        assertThat(Html.of("a\u0000b\uD83Dc\u0007\td\n").plain()).isEqualTo("abc\td\n");
    }

    @Test
    void lengthCountsTextAndNotMarkup() {
        assertThat(Html.bold("<&>").length()).isEqualTo(3);
        assertThat(Html.of("😀").length()).isEqualTo(2);
    }

    @Test
    void aLongTextIsCutBetweenParagraphsWhereItCanBe() {
        String first = "x".repeat(60);
        String second = "y".repeat(60);

        assertThat(Html.of(first + "\n\n" + second).split(100).stream().map(Html::plain))
                .containsExactly(first, second);
    }

    @Test
    void anyTextSplitsIntoPartsThatFitAndLoseNothingButSpace() {
        Random random = new Random(SEED);
        for (int run = 0; run < 400; run++) {
            Html text = generated(random);
            int max = 20 + random.nextInt(80);

            List<Html> parts = text.split(max);

            assertThat(parts).allSatisfy(part -> {
                assertThat(part.length()).isBetween(0, max);
                assertThat(Character.isLowSurrogate((part.plain() + "x").charAt(0)))
                        .isFalse();
                assertThat(tagsBalance(part.markup())).isTrue();
            });
            assertThat(squeezed(parts.stream().map(Html::plain).collect(Collectors.joining())))
                    .isEqualTo(squeezed(text.plain()));
        }
    }

    @Test
    void aFamilyOfEmojiIsNotTornApart() {
        String family = "👨‍👩‍👧‍👦";
        assertThat(Html.of("ab" + family).shortened(6).plain()).isEqualTo("ab…");
    }

    private static Html generated(Random random) {
        Html text = Html.EMPTY;
        for (int i = 0; i < 20 + random.nextInt(100); i++) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            text = text.plus(random.nextInt(4) == 0 ? Html.bold(piece) : Html.of(piece));
        }
        return text;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static boolean tagsBalance(String markup) {
        return markup.split("<b>", -1).length == markup.split("</b>", -1).length;
    }
}
