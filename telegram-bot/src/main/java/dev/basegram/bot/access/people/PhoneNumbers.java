package dev.basegram.bot.access.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers however they are written, and compares them as E.164. A number without its country code is understood only
 * where the operator has said which country is meant ({@code PHONE_COUNTRY}): it is never guessed. Thread-safe.
 */
@Singleton
public class PhoneNumbers {
    private static final int TAIL = 5;

    private final @Nullable String country;

    @Inject
    PhoneNumbers(BotSettings settings) {
        this(settings.phoneCountry().orElse(null));
    }

    private PhoneNumbers(@Nullable String country) {
        this.country = country;
    }

    /** Returns a reader that understands numbers with their country code alone. */
    public static PhoneNumbers international() {
        return new PhoneNumbers((String) null);
    }

    /** Returns a reader that takes numbers without a country code for those of a country, by its two letters. */
    public static PhoneNumbers of(String country) {
        return new PhoneNumbers(country);
    }

    /** Returns a number as E.164, such as {@code +33612345678}; empty for what is none, or leaves its country open. */
    public Optional<String> e164(String text) {
        String said = text.strip();
        String whole = said.startsWith("00") ? "+" + said.substring(2) : said;
        if (country == null && !whole.startsWith("+")) {
            return Optional.empty();
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = util.parse(whole, country);
            return util.isPossibleNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** Returns a number that Telegram gave, which always has its country code and often no plus sign. */
    public Optional<String> fromTelegram(String number) {
        return e164(number.startsWith("+") ? number : "+" + number);
    }

    /** Tells whether a text is this number. */
    public boolean same(String e164, String text) {
        // Most of a column is somebody else's: that is seen without reading the number.
        return tail(e164).equals(tail(text)) && e164(text).filter(e164::equals).isPresent();
    }

    /** Returns the last five digits of a text, or all of them where there are fewer: what two ways to write a number have in common. */
    public static String tail(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = text.length() - 1; i >= 0 && digits.length() < TAIL; i--) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append(digit);
            }
        }
        return digits.reverse().toString();
    }
}
