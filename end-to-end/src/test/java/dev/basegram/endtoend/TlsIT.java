package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import dev.basegram.endtoend.processes.TlsFront;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telegram and Airtable by TLS: what is trusted is used for words and files alike, and what is not gets no token. */
class TlsIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final byte[] PHOTO = new byte[40_000];

    @Test
    void wordsAndFilesGoToNeighboursThatAreTrusted() {
        Basegram basegram = Basegram.in("tls");
        Path keys = TlsFront.certificateFor("localhost", folder(basegram).resolve("keys.p12"));
        try (basegram;
                TlsFront front = new TlsFront(basegram.sandbox().root(), keys)) {
            trust(basegram, keys);
            basegram.bot()
                    .set("TELEGRAM_API_URL", front.root())
                    .set("AIRTABLE_API_URL", front.root())
                    .set("AIRTABLE_CONTENT_URL", front.root());
            basegram.startBotAlone("polling");
            Person anna = basegram.person(1001);
            anna.says("/start").presses("Products").presses("1").presses("Edit").presses("Photo");
            anna.seesButton("Cancel");
            anna.sendsAlbum(List.of(PHOTO, PHOTO)).sees("So far: 2 files");
            anna.presses("Done").presses("Save").sees("Saved");

            assertThat(basegram.sandbox().calls("telegram", "getFile")).hasSize(2);
            assertThat(basegram.sandbox().calls("airtable").toString()).contains("uploadAttachment");
        }
    }

    /** Another's certificate, and one that nobody we trust has signed. */
    @ParameterizedTest
    @CsvSource({"other.example, true", "localhost, false"})
    void aTelegramThatIsNotProvenGetsNoToken(String host, boolean trusted) {
        Basegram basegram = Basegram.in("tls-telegram-" + host);
        Path keys = TlsFront.certificateFor(host, folder(basegram).resolve("keys.p12"));
        try (basegram;
                TlsFront front = new TlsFront(basegram.sandbox().root(), keys)) {
            basegram.startNeighbours();
            if (trusted) {
                trust(basegram, keys);
            }
            basegram.bot().set("INGRESS", "polling").set("TELEGRAM_API_URL", front.root());
            basegram.bot().start().awaitAnswer("/q/health/live");
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> basegram.bot().text("/q/health/ready").contains("\"DOWN\""));
            Pause.of(Duration.ofSeconds(5)); // some more tries

            assertThat(basegram.sandbox().calls("telegram")).isEmpty();
            assertThat(basegram.bot().isAlive()).isTrue();
            assertThat(basegram.bot().output()).doesNotContain(Basegram.BOT_TOKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"other.example, true", "localhost, false"})
    void anAirtableThatIsNotProvenGetsNoToken(String host, boolean trusted) {
        Basegram basegram = Basegram.in("tls-airtable-" + host);
        Path keys = TlsFront.certificateFor(host, folder(basegram).resolve("keys.p12"));
        try (basegram;
                TlsFront front = new TlsFront(basegram.sandbox().root(), keys)) {
            if (trusted) {
                trust(basegram, keys);
            }
            basegram.bot().set("AIRTABLE_API_URL", front.root());
            basegram.startBotAlone("polling");

            basegram.person(1001).waiting(LIMIT).says("/start").sees("Airtable does not answer right now");
            assertThat(basegram.sandbox().calls("airtable")).isEmpty();
        }
    }

    private static Path folder(Basegram basegram) {
        return basegram.bot().folder();
    }

    private static void trust(Basegram basegram, Path keys) {
        Path trusted = TlsFront.trusting(keys, folder(basegram).resolve("trusted.p12"));
        basegram.bot()
                .property("javax.net.ssl.trustStore", trusted.toString())
                .property("javax.net.ssl.trustStoreType", "PKCS12")
                .property("javax.net.ssl.trustStorePassword", TlsFront.PASSWORD);
    }
}
