package dev.basegram.bot.chat;

import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.MessageSender;
import java.time.Duration;

/** Shows «typing…» while an answer takes longer than a second; Telegram lets it fade after five. */
final class TypingSignal implements AutoCloseable {
    private static final Duration UNNOTICED = Duration.ofSeconds(1);
    private static final Duration FADES = Duration.ofSeconds(4);

    private final Thread thread;

    private TypingSignal(Thread thread) {
        this.thread = thread;
    }

    static TypingSignal start(MessageSender sender, ChatAddress chat) {
        return new TypingSignal(Thread.ofVirtual().name("typing").start(() -> {
            try {
                Thread.sleep(UNNOTICED);
                while (true) {
                    var _ = sender.typing(chat); // a signal that does not arrive changes nothing
                    Thread.sleep(FADES);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
