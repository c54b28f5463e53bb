package dev.basegram.bench.load;

import java.net.URI;

/**
 * Where a system takes its updates.
 *
 * @param uri http, a host, a port and a path
 * @param secretToken what Telegram proves itself with
 */
public record Door(URI uri, String secretToken) {}
