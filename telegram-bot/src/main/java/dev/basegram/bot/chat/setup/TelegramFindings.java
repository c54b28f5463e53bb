package dev.basegram.bot.chat.setup;

import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;

/** What the check says of Telegram: the bot, the secret, and how updates come in. */
final class TelegramFindings {
    private TelegramFindings() {}

    static List<Finding> of(String botName, IntakeState intake, Speech speech) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                botName.isEmpty()
                        ? Finding.wrong(speech.say(Phrase.SETUP_BOT_UNKNOWN), speech.say(Phrase.SETUP_BOT_CURE))
                        : Finding.good(speech.say(Phrase.SETUP_BOT, "@" + botName)));
        findings.add(
                intake.secretSet()
                        ? Finding.good(speech.say(Phrase.SETUP_SECRET))
                        : Finding.optional(speech.say(Phrase.SETUP_SECRET_NONE), Html.EMPTY));
        findings.add(road(intake, speech));
        return findings;
    }

    private static Finding road(IntakeState intake, Speech speech) {
        if (intake.foreignHost().isPresent()) {
            String host = intake.foreignHost().get();
            return Finding.wrong(speech.say(Phrase.SETUP_FOREIGN, host), speech.say(Phrase.SETUP_FOREIGN_CURE, host));
        }
        String url = intake.webhookUrl().orElse("—");
        if (intake.problem().isPresent()) {
            Html what = speech.say(Phrase.SETUP_INTAKE_WRONG, intake.problem().get());
            return Finding.wrong(
                    what,
                    intake.webhookUrl().isPresent()
                            ? speech.say(Phrase.SETUP_WEBHOOK_CURE, Html.code(url))
                            : speech.say(Phrase.SETUP_POLLING_CURE));
        }
        return switch (intake.road()) {
            case POLLING -> Finding.good(speech.say(Phrase.SETUP_POLLING));
            case WEBHOOK -> Finding.good(speech.say(Phrase.SETUP_WEBHOOK, url));
            case STANDBY -> Finding.good(speech.say(Phrase.SETUP_STANDBY));
            case NONE ->
                Finding.wrong(speech.say(Phrase.SETUP_NO_ROAD), speech.say(Phrase.SETUP_WEBHOOK_CURE, Html.code(url)));
        };
    }
}
