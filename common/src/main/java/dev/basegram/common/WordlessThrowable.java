package dev.basegram.common;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for an exception in the log: its class, its place and its causes, without any message, since a message may quote what
 * a person wrote.
 */
public final class WordlessThrowable extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String name;

    private WordlessThrowable(Throwable original, Set<Throwable> seen) {
        super(null, causeOf(original, seen), false, true);
        this.name = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    /** Returns a stand-in for this exception. */
    public static Throwable of(Throwable original) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(original);
        return new WordlessThrowable(original, seen);
    }

    private static @Nullable Throwable causeOf(Throwable original, Set<Throwable> seen) {
        Throwable cause = original.getCause();
        return cause != null && seen.add(cause) ? new WordlessThrowable(cause, seen) : null;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace shows the original's class, not this one's
    public String toString() {
        return name;
    }
}
