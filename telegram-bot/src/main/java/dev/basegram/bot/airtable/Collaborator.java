package dev.basegram.bot.airtable;

import org.jspecify.annotations.Nullable;

/**
 * A person of the base as a cell names them.
 *
 * @param id {@code usr…}, or a group's id; empty where only the address is known
 * @param email null where Airtable keeps it back
 * @param name null where Airtable keeps it back
 */
public record Collaborator(
        String id, @Nullable String email, @Nullable String name) {
    /** Returns the best text there is to show for this person. */
    public String label() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return email == null || email.isBlank() ? id : email;
    }
}
