package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.InboxCounts;
import dev.basegram.bot.ingress.IngressStatus;
import dev.basegram.bot.telegram.TelegramHealth;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Gathers how the bot is doing; reads memory and our own store only. Blocks its thread, which should be a virtual one. */
@Singleton
public class VitalSigns {
    /** Asked for late: the inbox is made with the chat, which asks for these signs; the ingress is made with the inbox. */
    private final Provider<Inbox> inbox;

    private final Provider<IngressStatus> ingress;
    private final Airtable airtable;
    private final TelegramHealth telegram;
    private final Refusals refusals;
    private final Disk disk;
    private final Clock clock;

    VitalSigns(
            Provider<Inbox> inbox,
            Provider<IngressStatus> ingress,
            Airtable airtable,
            TelegramHealth telegram,
            Refusals refusals,
            Disk disk,
            Clock clock) {
        this.inbox = inbox;
        this.ingress = ingress;
        this.airtable = airtable;
        this.telegram = telegram;
        this.refusals = refusals;
        this.disk = disk;
        this.clock = clock;
    }

    /** Returns how things are now. */
    public Vitals take() {
        InboxCounts counts = inbox.get().counts();
        AirtableStatus base = airtable.status();
        return new Vitals(
                clock.instant(),
                intake(),
                new Vitals.Inbox(
                        counts.pending(),
                        counts.oldest(),
                        counts.deadLetters(),
                        inbox.get().held()),
                telegram.isSilent(),
                base.gate(),
                base.budget(),
                refusals.look(),
                disk.free());
    }

    private Vitals.Intake intake() {
        IngressStatus.View view = ingress.get().view();
        IngressStatus.WebhookView webhook = ingress.get().webhook();
        return new Vitals.Intake(
                view.road(),
                view.since(),
                Optional.ofNullable(view.lastPoll())
                        .filter(view.since()::isBefore)
                        .orElse(view.since()),
                Optional.ofNullable(webhook.foreignHost()),
                Optional.ofNullable(webhook.problem()),
                Optional.ofNullable(view.problem()));
    }
}
