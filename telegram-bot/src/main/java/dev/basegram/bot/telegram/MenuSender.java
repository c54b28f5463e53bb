package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScope;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScopeAllChatAdministrators;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScopeAllGroupChats;
import com.pengrad.telegrambot.model.botcommandscope.BotCommandScopeAllPrivateChats;
import com.pengrad.telegrambot.request.SetMyCommands;
import java.util.Map;

/** Tells Telegram the bot's commands. Blocks its thread, which should be a virtual one. Thread-safe. */
public class MenuSender {
    private static final int LONGEST_DESCRIPTION = 256;

    private final BotApi api;

    MenuSender(BotApi api) {
        this.api = api;
    }

    /**
     * Sets the commands of a place.
     *
     * @param language an ISO 639-1 code; empty for everybody whose language has no list of its own
     * @param commands descriptions by name, in the order to show
     */
    public TelegramResult<Boolean> commands(CommandScope scope, String language, Map<String, String> commands)
            throws InterruptedException {
        BotCommand[] list = commands.entrySet().stream()
                .map(command -> new BotCommand(
                        command.getKey(),
                        Html.of(command.getValue())
                                .shortened(LONGEST_DESCRIPTION)
                                .plain()))
                .toArray(BotCommand[]::new);
        SetMyCommands request = new SetMyCommands(list).scope(scope(scope));
        if (!language.isEmpty()) {
            request.languageCode(language);
        }
        return api.execute(request).map(_ -> true);
    }

    private static BotCommandScope scope(CommandScope scope) {
        return switch (scope) {
            case PRIVATE_CHATS -> new BotCommandScopeAllPrivateChats();
            case GROUPS -> new BotCommandScopeAllGroupChats();
            case GROUP_ADMINISTRATORS -> new BotCommandScopeAllChatAdministrators();
        };
    }
}
