package dev.basegram.endtoend.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Stands before a neighbour and speaks TLS, with a certificate that nobody signed; passes on what is inside, byte by byte. */
public final class TlsFront implements AutoCloseable {
    /** The password of every store that is made here. */
    public static final String PASSWORD = "changeit";

    private final URI neighbour;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Opens a front on a free port.
     *
     * @param neighbour where to pass on to
     * @param keys a store made by {@link #certificateFor}
     */
    public TlsFront(String neighbour, Path keys) {
        this.neighbour = URI.create(neighbour);
        try {
            server = context(keys).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Makes a key and its certificate for a host; the store is what a server serves with and what a client may trust. */
    public static Path certificateFor(String host, Path store) {
        try {
            Files.deleteIfExists(store);
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process made = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "2",
                            "-alias",
                            "front",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            store.toString(),
                            "-dname",
                            "CN=" + host,
                            "-ext",
                            "SAN=dns:" + host)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(made.getInputStream().readAllBytes());
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Makes a store of what a client trusts, with the certificate of a store of keys and nothing else. */
    public static Path trusting(Path keys, Path store) {
        try {
            KeyStore from = load(keys);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("front", from.getCertificate("front"));
            try (var out = Files.newOutputStream(store)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns where it listens. */
    public String root() {
        return "https://localhost:" + server.getLocalPort();
    }

    private static SSLContext context(Path keys) {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(load(keys), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket inside = new Socket(neighbour.getHost(), neighbour.getPort())) {
            var back = threads.submit(() -> pump(inside, client));
            pump(client, inside);
            back.get();
        } catch (Exception _) {
            // a client that does not trust us hangs up, and so may anybody else at any time
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // the other end is gone
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
