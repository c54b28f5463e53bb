package dev.basegram.bot.ops;

import dev.basegram.bot.chat.setup.IntakeProbe;
import dev.basegram.bot.chat.setup.IntakeState;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.ingress.IngressStatus;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells set-up how updates come in. */
@Singleton
class SetupIntake implements IntakeProbe {
    /** Asked for late: the ingress is made with the inbox, and that with the chat. */
    private final Provider<IngressStatus> status;

    private final BotSettings settings;

    SetupIntake(Provider<IngressStatus> status, BotSettings settings) {
        this.status = status;
        this.settings = settings;
    }

    @Override
    public IntakeState look() {
        IngressStatus.View view = status.get().view();
        IngressStatus.WebhookView webhook = status.get().webhook();
        return new IntakeState(
                switch (view.road()) {
                    case POLLING -> IntakeState.Road.POLLING;
                    case WEBHOOK -> IntakeState.Road.WEBHOOK;
                    case STANDBY -> IntakeState.Road.STANDBY;
                    case NONE -> IntakeState.Road.NONE;
                },
                settings.secret().isPresent(),
                settings.webhookUrl().map(root -> root + "/telegram/webhook"),
                Optional.ofNullable(webhook.foreignHost()),
                Optional.ofNullable(view.problem()).or(() -> Optional.ofNullable(webhook.problem())));
    }
}
