package dev.basegram.sandbox.airtable.data;

/** Data that cannot be loaded; the message names the place, what is wrong there and what to do. */
public final class DataProblem extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates a problem. */
    public DataProblem(String message) {
        super(message);
    }

    /** The message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
