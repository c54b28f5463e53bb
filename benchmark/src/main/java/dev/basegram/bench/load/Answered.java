package dev.basegram.bench.load;

/** Waits for the answer to a request. */
@FunctionalInterface
public interface Answered {
    /** What stands for the status when the connection was refused, or broke before the answer was whole. */
    int BROKEN = 0;

    /**
     * Takes the answer, on the connections' event loop: it must not block.
     *
     * @param status the HTTP status, {@link #BROKEN} when there was none
     */
    void with(int status);
}
