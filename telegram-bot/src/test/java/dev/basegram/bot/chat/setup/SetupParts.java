package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.BaseTables;
import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.TokenCheck;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.telegram.BotIdentity;

/** Set-up, put together for tests of other packages. */
public record SetupParts(Setup setup, SetupCommand command) {
    public static SetupParts of(
            BotSettings settings,
            BotIdentity identity,
            IntakeProbe intake,
            TokenCheck token,
            RuleBook book,
            BaseTables tables,
            Browsing browsing,
            Personal personal) {
        var readOnly = new ReadOnly(token);
        var checks = new CheckScreens(identity, intake, token, book, settings);
        var screens = new RuleScreens(readOnly);
        var setup = new Setup(
                book,
                checks,
                new Presets(book, readOnly),
                screens,
                new RuleEdits(book, screens, readOnly),
                new BaseScreens(tables, token),
                browsing,
                personal);
        return new SetupParts(setup, new SetupCommand(checks));
    }
}
