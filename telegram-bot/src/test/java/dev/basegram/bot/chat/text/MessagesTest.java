package dev.basegram.bot.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.telegram.Html;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text exists in every language, with the same places to fill in. */
class MessagesTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPhraseIsThereAndNothingElse(Language language) {
        Set<String> keys =
                Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(Messages.file(language).stringPropertyNames())).isEqualTo(keys);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void placesAndPluralFormsAgree(Language language) {
        for (Phrase phrase : Phrase.values()) {
            MessageTemplate english = Messages.get(Language.EN, phrase);
            MessageTemplate translated = Messages.get(language, phrase);

            assertThat(translated.arguments()).as("%s in %s", phrase, language).isEqualTo(english.arguments());
            assertThat(translated.pluralForms())
                    .as("plural forms of %s in %s", phrase, language)
                    .isSubsetOf(language.pluralForms());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void translationsAreTranslations(Language language) {
        long same = Arrays.stream(Phrase.values())
                .filter(phrase -> Messages.file(language)
                        .getProperty(phrase.key())
                        .equals(Messages.file(Language.EN).getProperty(phrase.key())))
                .count();

        assertThat(same).as("texts equal to the English ones").isLessThan(Phrase.values().length / 20);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,1,1 record",
        "EN,2,2 records",
        "RU,1,1 запись",
        "RU,3,3 записи",
        "RU,11,11 записей",
        "RU,22,22 записи"
    })
    void countsTakeTheirForm(Language language, int count, String text) {
        assertThat(new Speech(language, ZoneOffset.UTC).label(Phrase.LINKED_COUNT, count))
                .isEqualTo(text);
    }

    @Test
    void whatIsFilledInIsNeverMarkup() {
        Speech speech = new Speech(Language.EN, ZoneOffset.UTC);

        Html text = speech.say(Phrase.DELETE_ASK, "<b>{0}</b>");

        assertThat(text.markup()).isEqualTo("🗑 Delete <b>&lt;b&gt;{0}&lt;/b&gt;</b>?");
    }

    @Test
    void rightToLeftTextKeepsForeignNamesApart() {
        Speech speech = new Speech(Language.AR, ZoneOffset.UTC);

        assertThat(speech.label(Phrase.FAIL_VALUE, "Total"))
                .startsWith("\u200F")
                .contains("\u2068Total\u2069");
    }
}
