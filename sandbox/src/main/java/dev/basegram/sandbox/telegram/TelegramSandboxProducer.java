package dev.basegram.sandbox.telegram;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the {@link TelegramSandbox} injectable. */
@Singleton
class TelegramSandboxProducer {
    @Produces
    @Singleton
    TelegramSandbox sandbox() {
        return new TelegramSandbox();
    }
}
