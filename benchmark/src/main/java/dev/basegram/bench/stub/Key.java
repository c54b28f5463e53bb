package dev.basegram.bench.stub;

/**
 * A button of an inline keyboard.
 *
 * @param label what it says
 * @param data what its press sends, 1–64 bytes
 */
public record Key(String label, String data) {}
