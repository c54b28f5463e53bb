package dev.basegram.bench.load;

/** One request on its way, and who waits for the answer. */
final class Exchange {
    private final byte[] request;
    private final Answered answered;
    private boolean triedTwice;

    Exchange(byte[] request, Answered answered) {
        this.request = request;
        this.answered = answered;
    }

    byte[] request() {
        return request;
    }

    /** Tells once whether the request may go out again: a kept connection may close in the moment it is used. */
    boolean mayTryAgain() {
        boolean may = !triedTwice;
        triedTwice = true;
        return may;
    }

    void complete(int status) {
        answered.with(status);
    }
}
