package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers presses on the screens of set-up, and the formula that one of them asks for. */
@Singleton
public final class Setup implements CommandScreen {
    private final RuleBook book;
    private final CheckScreens checks;
    private final Presets presets;
    private final RuleScreens screens;
    private final RuleEdits edits;
    private final BaseScreens base;
    private final Browsing browsing;
    private final Personal personal;

    Setup(
            RuleBook book,
            CheckScreens checks,
            Presets presets,
            RuleScreens screens,
            RuleEdits edits,
            BaseScreens base,
            Browsing browsing,
            Personal personal) {
        this.book = book;
        this.checks = checks;
        this.presets = presets;
        this.screens = screens;
        this.edits = edits;
        this.base = base;
        this.browsing = browsing;
        this.personal = personal;
    }

    @Override
    public String screen() {
        return SetupPress.SCREEN;
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public Reply press(Turn turn, String data) throws InterruptedException {
        Optional<SetupPress> press = SetupPress.read(data);
        if (press.isEmpty()) {
            return Reply.NONE; // no button of ours
        }
        turn.session(session -> session.withForm(null));
        return switch (press.get().kind()) {
            case CHECK -> checks.show(turn, false);
            case CHECK_AGAIN -> checks.show(turn, true);
            case FIX -> checks.fixes(turn);
            case LANGUAGE -> personal.askLanguage(turn);
            case DONE -> browsing.home(turn);
            case BASE -> base.show(turn);
            case BASE_MAKE -> base.make(turn);
            default -> aboutRules(turn, press.get());
        };
    }

    private Reply aboutRules(Turn turn, SetupPress press) throws InterruptedException {
        return turn.given(book.read(turn.personId(), turn.update().updateId()), page -> switch (press.kind()) {
            case WHO -> presets.who(turn, page);
            case PRESET, PRESET_FIELD, PRESET_APPLY -> presets.press(turn, page, press);
            case UNDO -> presets.undo(turn, page, press.number());
            case TABLES -> screens.tables(turn, page, press.number());
            case TABLE -> screens.table(turn, page, press);
            default -> edits.press(turn, page, press);
        });
    }

    @Override
    public Reply typed(Turn turn, String data, String text) throws InterruptedException {
        Optional<SetupPress> press = SetupPress.read(data);
        return press.isEmpty()
                ? Reply.NONE
                : turn.given(book.read(turn.personId()), page -> edits.formula(turn, page, press.get(), text));
    }
}
