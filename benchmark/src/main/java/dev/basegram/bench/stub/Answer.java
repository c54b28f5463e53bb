package dev.basegram.bench.stub;

import java.time.Duration;

/**
 * What a stub answers.
 *
 * @param status the HTTP status
 * @param body JSON
 * @param after how long the caller waits for it
 * @param sent runs when the answer goes out, on the stub's event loop
 */
record Answer(int status, String body, Duration after, Runnable sent) {
    static Answer of(int status, String json) {
        return new Answer(status, json, Duration.ZERO, () -> {});
    }
}
