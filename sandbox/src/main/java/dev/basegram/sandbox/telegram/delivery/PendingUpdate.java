package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * An update that its bot has not confirmed.
 *
 * @param kind the field name of its content, known or not
 * @param queue the queue in which it waits its turn
 * @param bytes the JSON as it goes over the wire
 */
record PendingUpdate(int id, String kind, String queue, ObjectNode json, Buffer bytes, Instant expiresAt) {}
