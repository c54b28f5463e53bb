package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileTicketTest {
    private static final SharedSecret SECRET = SharedSecret.parse("the secret of this test");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final FileTicket TICKET =
            new FileTicket("BQACAgIAAxkBAAIB-_x", "отчёт \"3\".pdf", "application/pdf", NOON);

    @Test
    void shouldComeBackAsItWas() {
        String written = TICKET.write(SECRET);

        assertThat(written).matches("[A-Za-z0-9_-]+\\.[0-9a-f]{64}");
        assertThat(FileTicket.read(SECRET, written, NOON.minusSeconds(1))).contains(TICKET);
    }

    @Test
    void shouldBeWorthlessFromItsEndOn() {
        assertThat(FileTicket.read(SECRET, TICKET.write(SECRET), NOON)).isEmpty();
    }

    @Test
    void shouldOutliveARotationAndNotItsEnd() {
        SharedSecret rotated = SharedSecret.parse("a secret for tomorrow,the secret of this test");
        SharedSecret later = SharedSecret.parse("a secret for tomorrow");

        assertThat(FileTicket.read(rotated, TICKET.write(SECRET), NOON.minusSeconds(1)))
                .contains(TICKET);
        assertThat(FileTicket.read(later, TICKET.write(rotated), NOON.minusSeconds(1)))
                .contains(TICKET);
        assertThat(FileTicket.read(later, TICKET.write(SECRET), NOON.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void shouldNotSurviveAnyChange() {
        Random random = new Random(7);
        String written = TICKET.write(SECRET);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder forged = new StringBuilder(written);
            int at = random.nextInt(written.length());
            switch (random.nextInt(3)) {
                case 0 -> forged.setCharAt(at, (char) (32 + random.nextInt(200)));
                case 1 -> forged.deleteCharAt(at);
                default -> forged.insert(at, (char) (32 + random.nextInt(200)));
            }
            if (!forged.toString().equals(written)) {
                assertThat(FileTicket.read(SECRET, forged.toString(), NOON.minusSeconds(1)))
                        .as(forged.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void shouldNotOpenWithAnotherKeyOfTheInstallation() {
        String payload = TICKET.write(SECRET).split("\\.")[0];
        String forged = payload + "." + SECRET.seal(DerivedKey.INTERNAL, payload);

        assertThat(FileTicket.read(SECRET, forged, NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsSealedButUnreadable() {
        for (String text :
                new String[] {"", "1", "x\nid\ntype\nname", "1\n../x\na\nb", "99999999999999999999\nid\na\nb"}) {
            String payload = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            assertThat(FileTicket.read(SECRET, payload + "." + SECRET.seal(DerivedKey.FILES, payload), Instant.EPOCH))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void shouldTakeAnyNameAsOneLine() {
        FileTicket odd = new FileTicket("id", "a\nb\nc", "text/plain", NOON);

        assertThat(FileTicket.read(SECRET, odd.write(SECRET), Instant.EPOCH))
                .hasValueSatisfying(read -> assertThat(read.name()).isEqualTo("a b c"));
    }
}
