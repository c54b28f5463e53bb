package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String TOKEN = "1234567890:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc";
    private static final String PAT =
            "patAbCdEfGhIjKlMn.0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String SECRET = "my ${very} \"secret\" value";

    private final Redactor redactor =
            Redactor.knowing(List.of(SECRET, "inner-secret", "inner-secret-longer", "", "abc"));
    private final RedactingFilter filter = new RedactingFilter(redactor);

    @AfterEach
    void forget() {
        LogRedaction.alsoKnow(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN,
                "https://api.telegram.org/bot" + TOKEN + "/sendMessage",
                "/file/bot" + TOKEN + "/photos/1.jpg",
                "token=" + TOKEN + "&x=1",
                "\"" + TOKEN + "\"",
                "bot" + TOKEN
            })
    void shouldMaskATelegramTokenWhereverItStands(String text) {
        assertThat(redactor.redact(text)).doesNotContain("AAEhBO").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAT, "Bearer " + PAT, "token: '" + PAT + "'"})
    void shouldMaskAnAirtableToken(String text) {
        assertThat(redactor.redact(text)).doesNotContain("0123456789abcdef").contains("***");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://bot:pass@db:5432/x, postgresql://bot:***@db:5432/x",
        "jdbc:postgresql://u:p%40ss@db/x, jdbc:postgresql://u:***@db/x",
        "postgresql://u:p@ss@db/x, postgresql://u:***@db/x",
        "http://localhost:8081/a, http://localhost:8081/a",
        "Authorization: Bearer abcdefgh1234, Authorization: Bearer ***",
        "10:42:11 update 7 of chat 1001, 10:42:11 update 7 of chat 1001"
    })
    void shouldMaskPasswordsAndNothingElse(String text, String clean) {
        assertThat(redactor.redact(text)).isEqualTo(clean);
    }

    @Test
    void shouldMaskWhatItWasTold() {
        assertThat(redactor.redact("a " + SECRET + " b")).isEqualTo("a *** b");
        assertThat(redactor.redact("inner-secret-longer inner-secret")).isEqualTo("*** ***");
        assertThat(redactor.redact("abc")).isEqualTo("abc");
    }

    @Test
    void shouldMaskMessageAndParametersOfARecord() {
        ExtLogRecord printf = new ExtLogRecord(Level.INFO, "%s called %s", ExtLogRecord.FormatStyle.PRINTF, "x");
        printf.setParameters(new Object[] {"GET", "/bot" + TOKEN + "/getMe"});
        LogRecord messageFormat = new LogRecord(Level.INFO, "{0} is secret");
        messageFormat.setParameters(new Object[] {TOKEN});

        assertThat(shown(printf)).isEqualTo("GET called /bot***/getMe");
        assertThat(shown(messageFormat)).isEqualTo("*** is secret");
    }

    @Test
    void shouldShowAMessageThatIsNoFormatAsItIs() {
        LogRecord broken = new LogRecord(Level.INFO, "{0} is " + SECRET);
        broken.setParameters(new Object[] {TOKEN});

        assertThat(filter.isLoggable(broken)).isTrue();
        assertThat(broken.getMessage()).isEqualTo("{0} is ***");
        assertThat(broken.getParameters()).isNull();
    }

    @Test
    void shouldLeaveACleanRecordAlone() {
        Exception plain = new IllegalStateException("why", new IOException("because"));
        ExtLogRecord entry = new ExtLogRecord(Level.INFO, "100% %s {0}", ExtLogRecord.FormatStyle.NO_FORMAT, "x");
        entry.setThrown(plain);

        assertThat(filter.isLoggable(entry)).isTrue();
        assertThat(entry.getMessage()).isEqualTo("100% %s {0}");
        assertThat(entry.getThrown()).isSameAs(plain);
    }

    @Test
    void shouldNotTakeAPercentSignOfACleanedMessageForAFormat() {
        ExtLogRecord entry = new ExtLogRecord(Level.INFO, "%s", ExtLogRecord.FormatStyle.PRINTF, "x");
        entry.setParameters(new Object[] {"100%d " + TOKEN});

        assertThat(shown(entry)).isEqualTo("100%d ***");
    }

    @Test
    void shouldMaskEveryMessageOfAStackTraceAndKeepItsShape() {
        Exception cause = new IOException("unexpected end of stream on https://api.telegram.org/bot" + TOKEN + "/x");
        Exception thrown = new IllegalStateException("outer " + SECRET, cause);
        thrown.addSuppressed(new RuntimeException("suppressed " + TOKEN));
        ExtLogRecord entry = new ExtLogRecord(Level.SEVERE, "failed", ExtLogRecord.FormatStyle.NO_FORMAT, "x");
        entry.setThrown(thrown);

        assertThat(filter.isLoggable(entry)).isTrue();

        StringWriter trace = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain("AAEhBO")
                .doesNotContain("${very}")
                .contains("java.lang.IllegalStateException: outer ***")
                .contains("Caused by: java.io.IOException: unexpected end of stream")
                .contains("Suppressed: java.lang.RuntimeException: suppressed ***")
                .contains("RedactionTest");
    }

    @Test
    void shouldSurviveCausesInACircle() {
        Exception first = new IllegalStateException("first " + TOKEN);
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);
        ExtLogRecord entry = new ExtLogRecord(Level.SEVERE, "failed", ExtLogRecord.FormatStyle.NO_FORMAT, "x");
        entry.setThrown(first);

        assertThat(filter.isLoggable(entry)).isTrue();
        assertThat(entry.getThrown()).hasMessage("first ***");
    }

    @Test
    void shouldMaskShapesFromTheStartAndSecretsOnceTold() {
        LogRedaction installed = new LogRedaction();
        LogRecord before = new LogRecord(Level.INFO, TOKEN);
        assertThat(installed.isLoggable(before)).isTrue();
        assertThat(before.getMessage()).isEqualTo("***");

        LogRedaction.alsoKnow(List.of("told-secret"));
        LogRecord after = new LogRecord(Level.INFO, "a told-secret " + TOKEN);
        assertThat(installed.isLoggable(after)).isTrue();
        assertThat(after.getMessage()).isEqualTo("a *** ***");
    }

    private String shown(LogRecord entry) {
        assertThat(filter.isLoggable(entry)).isTrue();
        return new PatternFormatter("%s").format(ExtLogRecord.wrap(entry));
    }
}
