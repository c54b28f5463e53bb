package dev.basegram.sandbox.airtable.base;

/**
 * Who makes a change, and how.
 *
 * @param source as webhooks name it: {@code publicApi}, {@code client}, …
 */
public record Origin(String source, String userId) {
    /** A call of the Web API. */
    public static Origin publicApi(User user) {
        return new Origin("publicApi", user.id());
    }

    /** A person in Airtable's own page. */
    public static Origin client(User user) {
        return new Origin("client", user.id());
    }
}
