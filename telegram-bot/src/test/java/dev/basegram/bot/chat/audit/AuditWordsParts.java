package dev.basegram.bot.chat.audit;

import dev.basegram.bot.access.ValueWords;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.config.BotSettings;

/** The words of the account, for tests of other packages. */
public final class AuditWordsParts {
    private AuditWordsParts() {}

    public static ValueWords words(BotSettings settings) {
        return new CardWords(settings);
    }

    public static Auditing auditing(AuditLog log) {
        return new Auditing(log);
    }
}
