package dev.basegram.bot.airtable.rest;

/**
 * A base the token may use.
 *
 * @param id {@code app…}
 * @param name for screens
 * @param permissionLevel {@code none}, {@code read}, {@code comment}, {@code edit} or {@code create}
 */
public record BaseInfo(String id, String name, String permissionLevel) {}
