package dev.basegram.bot.ops;

import dev.basegram.bot.inbox.HandleOutcome;
import dev.basegram.bot.inbox.IncomingUpdate;
import dev.basegram.bot.inbox.UpdateHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Refuses an update whose text says «refuse», until it is told not to; handles the rest. */
@Alternative
@ApplicationScoped
public class ScriptedHandler implements UpdateHandler {
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private volatile boolean refusing = true;

    @Override
    public HandleOutcome handle(IncomingUpdate update) {
        if (refusing && new String(update.body(), StandardCharsets.UTF_8).contains("refuse")) {
            return new HandleOutcome.Refused("told to");
        }
        handled.add(update.head().updateId());
        return HandleOutcome.Done.plain();
    }

    @Override
    public void tellRefused(IncomingUpdate update, String reference) {}

    public List<Long> handled() {
        return List.copyOf(handled);
    }

    public void refuse(boolean refusing) {
        this.refusing = refusing;
    }
}
