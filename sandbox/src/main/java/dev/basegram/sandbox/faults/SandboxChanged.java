package dev.basegram.sandbox.faults;

/**
 * A CDI event: something that a person can see has changed. Fired synchronously, often on an event loop: observers must
 * not block.
 *
 * @param service the side that changed
 * @param subject the chat id or the table id
 * @param change its kind: {@code message}, {@code edit}, {@code delete}, {@code toast}, {@code action},
 *     {@code chat}, {@code bot}, {@code record}, {@code schema}, {@code reset}
 */
public record SandboxChanged(Service service, String subject, String change) {}
