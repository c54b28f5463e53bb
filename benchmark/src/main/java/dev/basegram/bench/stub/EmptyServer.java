package dev.basegram.bench.stub;

/**
 * A webhook that does nothing but answer 200, in a process of its own: what is left is the generator's and the machine's own
 * cost, below which no system can be seen.
 */
public final class EmptyServer {
    private EmptyServer() {}

    /** Serves until the process is ended; the one argument is the port. */
    public static void main(String[] arguments) throws InterruptedException {
        HttpStub server = new HttpStub(Integer.parseInt(arguments[0]), request -> Answer.of(200, ""));
        System.out.println("serving " + server.root());
        Thread.currentThread().join();
    }
}
