package dev.basegram.webhook.forward;

import dev.basegram.webhook.WebhookConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Whether the bot says that it is ready; asked at most once per {@link WebhookConfig.Readiness#goodFor}. */
@Singleton
public class BotReadiness {
    private final Uni<Boolean> ready;

    BotReadiness(@RestClient BotApi api, WebhookConfig config) {
        ready = Uni.createFrom()
                .deferred(api::ready)
                .map(response -> response.getStatus() == 200)
                .ifNoItem()
                .after(config.readiness().deadline())
                .fail()
                .onFailure()
                .recoverWithItem(false)
                .memoize()
                .forFixedDuration(config.readiness().goodFor());
    }

    /** Returns the latest answer, false when there was none in time; never fails. */
    public Uni<Boolean> ready() {
        return ready;
    }
}
