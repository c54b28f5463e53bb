package dev.basegram.bot.access.people;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.TableId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A link that lets people in.
 *
 * @param role what they become; never {@link Role#OWNER}
 * @param tables what they are let into; empty for all that the role has a rule for
 * @param usesLeft how many people may still come in by it
 * @param expiresAt when it stops working
 * @param createdBy who made it
 */
public record Invite(Role role, Optional<Set<TableId>> tables, int usesLeft, Instant expiresAt, long createdBy) {
    /** Copies the set and refuses to make owners: that is what the claim is for. */
    public Invite {
        tables = tables.map(Set::copyOf);
        if (role == Role.OWNER) {
            throw new IllegalArgumentException("an invitation makes no owner");
        }
    }
}
