package dev.basegram.sandbox.control;

import dev.basegram.sandbox.airtable.AirtableSandbox;
import dev.basegram.sandbox.faults.SandboxClock;
import dev.basegram.sandbox.telegram.TelegramSandbox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The limits that the local services hold their callers to. */
@Path("/sandbox/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sandbox", description = "Limits, clock, reset")
class SettingsControl {
    private final TelegramSandbox telegram;
    private final AirtableSandbox airtable;
    private final SandboxClock clock;
    private final Changes changes;
    private final RequestBodies bodies;

    SettingsControl(
            TelegramSandbox telegram,
            AirtableSandbox airtable,
            SandboxClock clock,
            Changes changes,
            RequestBodies bodies) {
        this.telegram = telegram;
        this.airtable = airtable;
        this.clock = clock;
        this.changes = changes;
        this.bodies = bodies;
    }

    /**
     * Airtable's limits.
     *
     * @param rateLimited whether more than five requests a second are answered 429 for 30 s
     * @param monthlyCap data calls a month; null is no cap
     */
    record AirtableSettings(
            boolean rateLimited,
            long callsThisMonth,
            @Nullable Long monthlyCap) {}

    /** The limits in force. */
    record Settings(AirtableSettings airtable, Instant now) {}

    /**
     * Limits to change; what is absent stays.
     *
     * @param monthlyCap -1 takes the cap away
     */
    record AirtableChange(
            @Nullable Boolean rateLimited,
            @Nullable @Schema(description = "-1 is no cap") Long monthlyCap) {}

    /**
     * Telegram's limits to change; what is absent stays.
     *
     * @param timeScale how much faster the sandbox's waits pass; 1 is real time
     * @param sendingLimits whether bots are held to Telegram's sending limits
     */
    record TelegramChange(
            @Nullable @Schema(description = "60 makes a minute of back-off a second")
            Double timeScale,

            @Nullable Boolean sendingLimits) {}

    /** Limits to change. */
    record SettingsChange(
            @Nullable AirtableChange airtable, @Nullable TelegramChange telegram) {}

    @GET
    @Operation(summary = "The limits in force, the calls of this month and the sandbox's time")
    public Settings settings() {
        OptionalLong cap = airtable.monthlyCap();
        Long monthlyCap = cap.isPresent() ? cap.getAsLong() : null;
        return new Settings(
                new AirtableSettings(airtable.rateLimited(), airtable.callsThisMonth(), monthlyCap), clock.instant());
    }

    @PATCH
    @Operation(summary = "Change limits")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SettingsChange.class),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"airtable\":{\"rateLimited\":false,\"monthlyCap\":1000},\"telegram\":{\"timeScale\":60}}")))
    public Settings change(String body) {
        SettingsChange change = bodies.read(body, SettingsChange.class);
        if (change.airtable() != null) {
            apply(change.airtable());
        }
        if (change.telegram() != null) {
            apply(change.telegram());
        }
        changes.faults();
        return settings();
    }

    private void apply(AirtableChange change) {
        if (change.monthlyCap() != null) {
            if (change.monthlyCap() < -1) {
                throw Refusal.badRequest(
                        "\"airtable.monthlyCap\" is " + change.monthlyCap() + ": use 0 or more, or -1 for no cap");
            }
            airtable.monthlyCap(
                    change.monthlyCap() == -1 ? OptionalLong.empty() : OptionalLong.of(change.monthlyCap()));
        }
        if (change.rateLimited() != null) {
            airtable.rateLimit(change.rateLimited());
        }
    }

    private void apply(TelegramChange change) {
        if (change.timeScale() != null) {
            if (!(change.timeScale() > 0)) {
                throw Refusal.badRequest("\"telegram.timeScale\" is " + change.timeScale() + ": use more than 0");
            }
            telegram.timeScale(change.timeScale());
        }
        if (change.sendingLimits() != null) {
            telegram.enforceSendingLimits(change.sendingLimits());
        }
    }
}
