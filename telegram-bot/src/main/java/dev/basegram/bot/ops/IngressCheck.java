package dev.basegram.bot.ops;

import dev.basegram.bot.ingress.IngressStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while updates come in: a completed poll, a webhook without recent trouble, or another process that takes them. */
@Readiness
@ApplicationScoped
class IngressCheck implements HealthCheck {
    private final IngressStatus status;

    IngressCheck(IngressStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        IngressStatus.View view = status.view();
        var response = HealthCheckResponse.named("ingress")
                .status(view.alive())
                .withData("mode", view.road().label());
        if (view.problem() != null) {
            response.withData("problem", view.problem());
        }
        return response.build();
    }
}
