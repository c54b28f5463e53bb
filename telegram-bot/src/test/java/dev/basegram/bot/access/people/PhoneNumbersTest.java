package dev.basegram.bot.access.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are the same however they are written, and a country is never guessed. */
class PhoneNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+33612345678",
                "+33 6 12 34 56 78",
                "0033 6 12 34 56 78",
                " +33 (0)6 12 34 56 78 ",
                "+33-6-12.34.56.78"
            })
    void oneNumberInManyCoats(String written) {
        assertThat(PhoneNumbers.international().e164(written)).contains("+33612345678");
        assertThat(PhoneNumbers.international().same("+33612345678", written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 12 34 56 78", "612345678", "", "+", "+0", "hello", "12", "+33", "not +33"})
    void whatLeavesItsCountryOpenOrIsNoNumberIsNone(String written) {
        assertThat(PhoneNumbers.international().e164(written)).isEmpty();
        assertThat(PhoneNumbers.international().same("+33612345678", written)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 06 12 34 56 78, +33612345678",
        "DZ, 0550 12 34 56, +213550123456",
        "RU, 8 (912) 345-67-89, +79123456789",
        "US, (202) 555-0143, +12025550143",
        "FR, +7 912 345 67 89, +79123456789"
    })
    void theOperatorSaysWhichCountryIsMeant(String country, String written, String number) {
        assertThat(PhoneNumbers.of(country).e164(written)).contains(number);
    }

    @Test
    void telegramLeavesThePlusSignOut() {
        assertThat(PhoneNumbers.international().fromTelegram("33612345678")).contains("+33612345678");
        assertThat(PhoneNumbers.of("FR").fromTelegram("33612345678")).contains("+33612345678");
    }

    @ParameterizedTest
    @EnumSource
    void aNumberBelongsToWhoShowedItLast(Engine engine) {
        try (TestStore store = TestStore.open(engine)) {
            var phones = PeopleParts.phones(store.database(), Clock.systemUTC());
            var own = new Member.OwnRecord(new TableId("tblClients0000001"), new RecordId("recAnna0000000001"));
            var first = new VerifiedPhone("+33612345678", Optional.of(own));
            phones.verify(new Actor(1, "Anna", "a"), first);
            assertThat(phones.of(1)).contains(first);
            phones.verify(new Actor(2, "Boris", "b"), first);
            assertThat(phones.of(1)).isEmpty();
            assertThat(phones.of(2)).contains(first);
            phones.verify(new Actor(2, "Boris", "b"), new VerifiedPhone("+33699999999", Optional.empty()));
            assertThat(phones.of(2)).map(VerifiedPhone::number).contains("+33699999999");
            phones.passOver(new Actor(2, "Boris", "b"), "+33699999999");
            assertThat(phones.of(2)).isEmpty();
        }
    }
}
