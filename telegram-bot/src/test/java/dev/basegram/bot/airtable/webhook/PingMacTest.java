package dev.basegram.bot.airtable.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PingMacTest {
    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final byte[] BODY =
            ("{\"base\":{\"id\":\"app00000000000000\"},\"webhook\":{\"id\":\"ach00000000000000\"},"
                            + "\"timestamp\":\"2022-02-01T21:25:05.663Z\"}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final String MAC = "hmac-sha256=997ae1f19848fdf4e8e07db1c9650045193abc5dc4b82b4c70466ecafe7b6f7d";

    @Test
    void shouldFitTheVectorMadeByAnotherClient() {
        assertThat(PingMac.of(SECRET, BODY)).isEqualTo(MAC);
        assertThat(PingMac.fits(SECRET, BODY, MAC)).isTrue();
    }

    @Test
    void shouldRefuseEverythingElse() {
        assertThat(PingMac.fits(SECRET, BODY, null)).isFalse();
        assertThat(PingMac.fits(SECRET, BODY, "")).isFalse();
        assertThat(PingMac.fits(SECRET, BODY, MAC.substring(12))).isFalse();
        assertThat(PingMac.fits(SECRET, BODY, MAC.toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(PingMac.fits(SECRET, new byte[0], MAC)).isFalse();
        assertThat(PingMac.fits("MDEyMzQ1", BODY, MAC)).isFalse();
    }
}
