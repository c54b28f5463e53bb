package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.Keyboard;
import com.pengrad.telegrambot.model.request.KeyboardButton;
import com.pengrad.telegrambot.model.request.ReplyKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ReplyKeyboardRemove;
import java.util.List;
import java.util.Optional;

/** Turns our markup into pengrad's. */
final class Keyboards {
    private Keyboards() {}

    static Optional<Keyboard> of(Markup markup) {
        return switch (markup) {
            case Markup.Inline inline -> inline.rows().isEmpty() ? Optional.empty() : Optional.of(inline(inline));
            case Markup.AskContact ask ->
                Optional.of(new ReplyKeyboardMarkup(new KeyboardButton(ask.label()).requestContact(true))
                        .resizeKeyboard(true)
                        .oneTimeKeyboard(true));
            case Markup.RestoreKeyboard _ -> Optional.of(new ReplyKeyboardRemove());
        };
    }

    static InlineKeyboardMarkup inline(Markup.Inline markup) {
        InlineKeyboardMarkup keyboard = new InlineKeyboardMarkup();
        for (List<Button> row : markup.rows()) {
            keyboard.addRow(row.stream().map(Keyboards::button).toArray(InlineKeyboardButton[]::new));
        }
        return keyboard;
    }

    private static InlineKeyboardButton button(Button button) {
        InlineKeyboardButton labelled = new InlineKeyboardButton(label(button));
        return switch (button) {
            case Button.Press press -> labelled.callbackData(press.data());
            case Button.Link link -> labelled.url(link.url());
        };
    }

    /** A button without a visible label would make Telegram refuse the whole message. */
    private static String label(Button button) {
        Html label = Html.of(button.label().replace('\n', ' ')).shortened(64);
        return label.isBlank() ? "·" : label.plain();
    }
}
