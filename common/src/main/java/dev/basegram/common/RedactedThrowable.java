package dev.basegram.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A stand-in for an exception in the log: its class, its place and its causes, with secrets taken out of the messages. */
final class RedactedThrowable extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String shown;

    private RedactedThrowable(Throwable original, UnaryOperator<String> redact, Set<Throwable> seen) {
        super(
                original.getMessage() == null ? null : redact.apply(original.getMessage()),
                causeOf(original, redact, seen),
                true,
                true);
        this.shown = redact.apply(original.toString());
        setStackTrace(original.getStackTrace());
        for (Throwable suppressed : original.getSuppressed()) {
            if (seen.add(suppressed)) {
                addSuppressed(new RedactedThrowable(suppressed, redact, seen));
            }
        }
    }

    private static @Nullable Throwable causeOf(Throwable original, UnaryOperator<String> redact, Set<Throwable> seen) {
        Throwable cause = original.getCause();
        return cause != null && seen.add(cause) ? new RedactedThrowable(cause, redact, seen) : null;
    }

    /** Tells whether a message within holds a secret; one that holds none is logged as it is, with its own class. */
    static boolean isNeeded(Throwable original, UnaryOperator<String> redact) {
        return isNeeded(original, redact, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isNeeded(Throwable link, UnaryOperator<String> redact, Set<Throwable> seen) {
        if (!seen.add(link)) {
            return false;
        }
        String shown = link.toString();
        return !redact.apply(shown).equals(shown)
                || (link.getCause() != null && isNeeded(link.getCause(), redact, seen))
                || Arrays.stream(link.getSuppressed()).anyMatch(suppressed -> isNeeded(suppressed, redact, seen));
    }

    static Throwable of(Throwable original, UnaryOperator<String> redact) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(original);
        return new RedactedThrowable(original, redact, seen);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace shows the original's class, not this one's
    public String toString() {
        return shown;
    }
}
