package dev.basegram.bot.chat.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/** A language the bot speaks, with its plural forms (cldr.unicode.org/index/cldr-spec/plural-rules). */
public enum Language {
    /** English. */
    EN("en", "English", 2, n -> n == 1 ? 0 : 1),
    /** Spanish. */
    ES("es", "Español", 2, n -> n == 1 ? 0 : 1),
    /** Portuguese. */
    PT("pt", "Português", 2, n -> n == 0 || n == 1 ? 0 : 1),
    /** Russian. */
    RU("ru", "Русский", 3, Language::russian),
    /** Arabic. */
    AR("ar", "العربية", 6, Language::arabic);

    private final String code;
    private final String ownName;
    private final int pluralForms;
    private final LongToIntFunction plural;

    Language(String code, String ownName, int pluralForms, LongToIntFunction plural) {
        this.code = code;
        this.ownName = ownName;
        this.pluralForms = pluralForms;
        this.plural = plural;
    }

    /** Returns the ISO 639-1 code. */
    public String code() {
        return code;
    }

    /** Returns the language's name in itself. */
    public String ownName() {
        return ownName;
    }

    /** Returns the locale by which numbers and dates are written. */
    public Locale locale() {
        // Western digits for Arabic too: the base's other readers see them in the same records.
        return this == AR ? Locale.forLanguageTag("ar-u-nu-latn") : Locale.of(code);
    }

    /** Returns how many plural forms there are. */
    public int pluralForms() {
        return pluralForms;
    }

    /** Returns which plural form a count takes. */
    public int pluralForm(long count) {
        return plural.applyAsInt(Math.abs(count));
    }

    /** Tells whether it is written from right to left. */
    public boolean isRightToLeft() {
        return this == AR;
    }

    /** Returns the language of an IETF tag such as {@code pt-BR}; empty for one the bot does not speak. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.code.equals(primary))
                .findFirst();
    }

    private static int russian(long n) {
        long tens = n % 100;
        long ones = n % 10;
        if (ones == 1 && tens != 11) {
            return 0;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
    }

    private static int arabic(long n) {
        if (n <= 2) {
            return (int) n;
        }
        long tens = n % 100;
        if (tens >= 3 && tens <= 10) {
            return 3;
        }
        return tens >= 11 ? 4 : 5;
    }
}
