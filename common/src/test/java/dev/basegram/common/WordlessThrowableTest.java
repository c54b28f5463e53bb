package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessThrowableTest {
    @Test
    void shouldShowClassesAndPlacesButNoMessage() {
        var cause = new NumberFormatException("For input string: \"Ann's diary\"");
        var original = new IllegalStateException("cannot save Ann's diary", cause);

        String shown = printed(WordlessThrowable.of(original));

        assertThat(shown)
                .startsWith("java.lang.IllegalStateException" + System.lineSeparator())
                .contains("Caused by: java.lang.NumberFormatException" + System.lineSeparator())
                .contains("shouldShowClassesAndPlacesButNoMessage")
                .doesNotContain("diary");
    }

    @Test
    void shouldEndWithExceptionsThatAreTheirOwnCause() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(printed(WordlessThrowable.of(first))).contains("Caused by: java.lang.IllegalStateException");
    }

    private static String printed(Throwable throwable) {
        var text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
