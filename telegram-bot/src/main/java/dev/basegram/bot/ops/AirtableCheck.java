package dev.basegram.bot.ops;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says what is wrong with Airtable, and is up all the same: updates are taken and people are answered, if only with that. Were it
 * down, the door would hold everybody's updates back.
 */
@Readiness
@ApplicationScoped
class AirtableCheck implements HealthCheck {
    private final Airtable airtable;

    AirtableCheck(Airtable airtable) {
        this.airtable = airtable;
    }

    @Override
    public HealthCheckResponse call() {
        AirtableStatus status = airtable.status();
        var response = HealthCheckResponse.named("airtable").up();
        status.trouble().ifPresent(failure -> response.withData("lastProblem", failure.forOperator()));
        return response.build();
    }
}
