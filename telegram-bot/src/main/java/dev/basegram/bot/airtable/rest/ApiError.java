package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.json.Json;

/**
 * An error as Airtable words it.
 *
 * @param status of HTTP
 * @param type such as {@code UNKNOWN_FIELD_NAME}; empty where it gives none
 * @param message for people; empty where it gives none
 */
public record ApiError(int status, String type, String message) {
    private static final int LONGEST_MESSAGE = 500;

    /**
     * Reads an error body in any of the five shapes there are: an object with type and message, one with a type only, a bare string,
     * a list of errors, and what is no JSON.
     */
    static ApiError read(int status, byte[] body) {
        return Json.parse(body).map(tree -> read(status, tree)).orElseGet(() -> new ApiError(status, "", ""));
    }

    private static ApiError read(int status, JsonNode tree) {
        JsonNode error = tree.path("error");
        if (error.isTextual()) {
            return of(status, error.textValue(), Json.text(tree, "message", ""));
        }
        if (error.isObject()) {
            return of(status, Json.text(error, "type", ""), Json.text(error, "message", ""));
        }
        JsonNode first = tree.path("errors").path(0);
        return of(status, Json.text(first, "error", Json.text(first, "type", "")), Json.text(first, "message", ""));
    }

    private static ApiError of(int status, String type, String message) {
        return new ApiError(
                status,
                type,
                message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…");
    }
}
