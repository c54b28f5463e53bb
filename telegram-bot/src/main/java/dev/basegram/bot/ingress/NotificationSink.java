package dev.basegram.bot.ingress;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * What takes Airtable's notifications; owned by intake so that intake never imports what follows changes. Without a bean of this
 * type no notification can be genuine, since nobody has asked Airtable for any.
 */
public interface NotificationSink {
    /** What came of a notification. */
    enum Taken {
        /** It is on disk. */
        STORED,
        /** Its signature is not Airtable's. */
        WRONG_MAC,
        /** The store could not take it; Airtable keeps the change and tells of it again. */
        UNAVAILABLE
    }

    /**
     * Checks and stores a notification; called on an event loop, so it must not block.
     *
     * @param body the raw bytes, which the signature is over
     * @param mac the value of {@code X-Airtable-Content-MAC}; null when it is missing
     */
    Uni<Taken> take(byte[] body, @Nullable String mac);
}
