package dev.basegram.bot.chat.command;

import dev.basegram.bot.access.Role;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every screen that has buttons of its own, found when the application is built. Immutable. */
@Singleton
public final class CommandScreens {
    private static final Pattern NAME = Pattern.compile("[a-z]{1,8}");

    private final Map<String, CommandScreen> byName = new HashMap<>();

    /**
     * Collects the screens.
     *
     * @throws IllegalStateException when two have one name, or one has a name that is none
     */
    public CommandScreens(@All List<CommandScreen> found) {
        for (CommandScreen screen : found) {
            if (!NAME.matcher(screen.screen()).matches()) {
                throw new IllegalStateException("«" + screen.screen() + "» is no name for a screen");
            }
            if (byName.put(screen.screen(), screen) != null) {
                throw new IllegalStateException("two screens are called " + screen.screen());
            }
        }
    }

    /** Returns a screen by its name, if it is meant for the role. */
    public Optional<CommandScreen> find(String name, Role role) {
        return Optional.ofNullable(byName.get(name))
                .filter(screen -> screen.audience().includes(role));
    }
}
