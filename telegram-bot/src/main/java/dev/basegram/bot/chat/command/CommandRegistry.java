package dev.basegram.bot.chat.command;

import dev.basegram.bot.access.Role;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every command there is, found when the application is built. Immutable. */
@Singleton
public final class CommandRegistry {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,32}");

    private final List<ChatCommand> commands;
    private final Map<String, ChatCommand> byName = new HashMap<>();

    /**
     * Creates a registry.
     *
     * @throws IllegalStateException when two commands have one name, or one has a name that Telegram does not take
     */
    public CommandRegistry(@All List<ChatCommand> found) {
        this.commands = found.stream()
                .sorted(Comparator.comparingInt(ChatCommand::order).thenComparing(ChatCommand::name))
                .toList();
        for (ChatCommand command : commands) {
            if (!NAME.matcher(command.name()).matches()) {
                throw new IllegalStateException("«" + command.name() + "» cannot be a command of Telegram");
            }
            if (byName.put(command.name(), command) != null) {
                throw new IllegalStateException("two commands are called " + command.name());
            }
        }
    }

    /** Returns a command by its name, if it is meant for the role. */
    public Optional<ChatCommand> find(String name, Role role) {
        return Optional.ofNullable(byName.get(name))
                .filter(command -> command.audience().includes(role));
    }

    /** Returns the commands meant for a role, in the order of the menu. */
    public List<ChatCommand> of(Role role) {
        return commands.stream()
                .filter(command -> command.audience().includes(role))
                .toList();
    }
}
