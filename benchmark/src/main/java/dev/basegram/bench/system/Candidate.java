package dev.basegram.bench.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A system that can be measured. */
public interface Candidate {
    /** Returns the name that options and tables use. */
    String name();

    /** Returns in one line what it is and what it does before it acknowledges. */
    String description();

    /** Returns in one line why it cannot be measured here and what to install; empty when it can. */
    Optional<String> missing();

    /** Tells whether it answers each update with one {@code sendMessage}. */
    default boolean sendsMessages() {
        return true;
    }

    /**
     * Starts its processes and returns at once, before they answer.
     *
     * @param folder an empty folder for its data and logs
     */
    RunningSystem start(Neighbours neighbours, Path folder) throws IOException;
}
