package dev.basegram.bot.chat.menu;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.command.CommandRegistry;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.session.ToldStore;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.bot.telegram.CommandScope;
import dev.basegram.bot.telegram.MenuSender;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells Telegram the commands, for each place and language, once per change and not once per start. It is for show only: rights
 * are checked again whenever a command comes.
 */
@Singleton
class CommandMenu {
    private static final Logger LOG = Logger.getLogger(CommandMenu.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final Duration LAST_CALL = Duration.ofSeconds(2);

    private final CommandRegistry commands;
    private final MenuSender sender;
    private final ToldStore told;
    private volatile @Nullable Thread registering;

    CommandMenu(CommandRegistry commands, MenuSender sender, ToldStore told) {
        this.commands = commands;
        this.sender = sender;
        this.told = told;
    }

    void register(@Observes StartupEvent start) {
        registering = Thread.ofVirtual().name("command-menu").start(() -> {
            try {
                registerPatiently();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (StoreUnavailableException e) {
                LOG.warnf("The commands are told to Telegram at the next start: %s", e.getMessage());
            }
        });
    }

    /** Ends it before the store goes, at whichever pause or call it is. */
    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        Thread running = registering;
        if (running != null) {
            running.interrupt();
            running.join(LAST_CALL);
        }
    }

    private void registerPatiently() throws InterruptedException {
        for (Duration pause : PAUSES) {
            Optional<TelegramFailure> failure = registerAll();
            if (failure.isEmpty()) {
                return;
            }
            LOG.infof(
                    "Telegram has not taken the commands yet (%s)",
                    failure.get().label());
            Thread.sleep(pause);
        }
    }

    /** Tells whatever has changed. */
    Optional<TelegramFailure> registerAll() throws InterruptedException {
        for (CommandScope scope : CommandScope.values()) {
            for (Language language : Language.values()) {
                Optional<TelegramFailure> failure = register(scope, language);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TelegramFailure> register(CommandScope scope, Language language) throws InterruptedException {
        Map<String, String> menu = menu(scope, language);
        // English is also what everybody gets whose language has no menu of its own.
        String code = language == Language.EN ? "" : language.code();
        String subject = "commands " + scope + " " + code;
        if (told.isTold(subject, menu.toString())) {
            return Optional.empty();
        }
        return switch (sender.commands(scope, code, menu)) {
            case TelegramResult.Success<Boolean> _ -> {
                told.told(subject, menu.toString());
                yield Optional.empty();
            }
            case TelegramResult.Failure<Boolean>(TelegramFailure reason) -> Optional.of(reason);
        };
    }

    private Map<String, String> menu(CommandScope scope, Language language) {
        Speech speech = new Speech(language, ZoneOffset.UTC);
        return commands.of(scope == CommandScope.PRIVATE_CHATS ? Role.EDITOR : Role.VIEWER).stream()
                .filter(command -> scope == CommandScope.PRIVATE_CHATS || command.inGroups())
                .collect(Collectors.toMap(
                        ChatCommand::name,
                        command -> command.description(speech),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }
}
