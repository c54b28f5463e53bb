package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.base.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bearer token and what it may do; its text is not kept beyond telling tokens apart. */
record Token(int identity, boolean readOnly, boolean noSchema, boolean seesNoBase) {

    /** The token of an {@code Authorization} header; empty when there is none that is known. */
    static Optional<Token> of(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String text = authorization.substring(7).strip();
        if (text.isEmpty() || text.startsWith("patInvalid")) {
            return Optional.empty();
        }
        return Optional.of(new Token(
                text.hashCode(),
                text.startsWith("patReadOnly"),
                text.startsWith("patNoSchema"),
                text.startsWith("patNoBase")));
    }

    /** Refuses a token without the scope to write. */
    void mayWrite() {
        if (readOnly) {
            throw Refusal.notFoundOrForbidden();
        }
    }

    /** Refuses a token without the scope to read the schema. */
    void mayReadSchema() {
        if (noSchema) {
            throw Refusal.notFoundOrForbidden();
        }
    }
}
