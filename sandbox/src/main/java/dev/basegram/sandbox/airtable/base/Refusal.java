package dev.basegram.sandbox.airtable.base;

/**
 * A request that Airtable would refuse. Thrown where the rule is found out, often deep inside a batch that must then be
 * taken back as a whole, and turned into an answer in one place; it carries no stack trace.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    /**
     * Creates a refusal.
     *
     * @param status the HTTP status
     * @param type Airtable's error type, such as {@code UNKNOWN_FIELD_NAME}
     * @param message the text of the error
     */
    public Refusal(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    /** A 422. */
    public static Refusal invalid(String type, String message) {
        return new Refusal(422, type, message);
    }

    /** The 403 for a table, view or record that is not there or not for this token. */
    public static Refusal notFoundOrForbidden() {
        return new Refusal(
                403,
                "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
                "Invalid permissions, or the requested model was not found. Check that both your user and your token "
                        + "have the required permissions, and that the model names and/or ids are correct.");
    }

    /** The 422 for a request whose shape is wrong. */
    public static Refusal malformed() {
        return invalid(
                "INVALID_REQUEST_UNKNOWN", "Invalid request: parameter validation failed. Check your request data.");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Airtable's error type. */
    public String type() {
        return type;
    }

    /** The text of the error; empty when the service gives none. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
