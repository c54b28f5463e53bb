package dev.basegram.endtoend.processes;

import java.time.Duration;

/** Lets time pass: between two looks at something that is awaited, or as the absence that a test is about. */
public final class Pause {
    private Pause() {}

    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
