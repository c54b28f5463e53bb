package dev.basegram.sandbox.airtable.base;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a record.
 *
 * @param lastUpdated null when never edited
 * @param parentId the comment it answers; null for none
 */
public record Comment(
        String id,
        String text,
        User author,
        Instant created,
        @Nullable Instant lastUpdated,
        @Nullable String parentId) {}
