package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.chat.text.Phrase;

/** What each alert is called in chat. */
final class AlertTitles {
    private AlertTitles() {}

    static Phrase of(Alert alert) {
        return switch (alert) {
            case POLL_STALE -> Phrase.ALERT_POLL_TITLE;
            case WEBHOOK_ERRORS -> Phrase.ALERT_WEBHOOK_TITLE;
            case FOREIGN_WEBHOOK -> Phrase.ALERT_FOREIGN_TITLE;
            case OLDEST_UPDATE -> Phrase.ALERT_OLDEST_TITLE;
            case DEAD_LETTERS -> Phrase.ALERT_DEAD_TITLE;
            case CIRCUIT_OPEN -> Phrase.ALERT_CIRCUIT_TITLE;
            case BUDGET_70, BUDGET_90 -> Phrase.ALERT_BUDGET_TITLE;
            case NEIGHBOUR_UNAUTHORIZED -> Phrase.ALERT_UNAUTHORIZED_TITLE;
            case DISK_FULL -> Phrase.ALERT_DISK_TITLE;
        };
    }
}
