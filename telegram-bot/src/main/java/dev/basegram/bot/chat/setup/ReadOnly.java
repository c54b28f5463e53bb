package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.TokenCheck;
import dev.basegram.bot.access.tables.RuleRows;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Knows when rules can be seen in chat and not changed: they are in the base, and the bot cannot write them there. */
@Singleton
class ReadOnly {
    private final TokenCheck token;

    ReadOnly(TokenCheck token) {
        this.token = token;
    }

    /** Says why rules cannot be changed here, and where they can; empty when they can. */
    Optional<Html> why(RuleBook.Page page, Speech speech) {
        return page.inBase().flatMap(held -> why(held, speech));
    }

    private Optional<Html> why(RuleRows.Held held, Speech speech) {
        Html link = Html.link(held.table().name(), addressOf(held));
        if (!held.lacking().isEmpty()) {
            return Optional.of(speech.say(Phrase.RULES_LACK, link, String.join(", ", held.lacking())));
        }
        boolean refused = token.known()
                .filter(found -> found.check().missing().contains(Scope.WRITE_RECORDS))
                .isPresent();
        return refused ? Optional.of(speech.say(Phrase.RULES_READ_ONLY, link)) : Optional.empty();
    }

    static String addressOf(RuleRows.Held held) {
        return "https://airtable.com/%s/%s"
                .formatted(held.schema().base(), held.table().id());
    }
}
