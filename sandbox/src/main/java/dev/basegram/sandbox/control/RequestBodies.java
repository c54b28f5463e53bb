package dev.basegram.sandbox.control;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies strictly: a misspelt field is an error that names it, since a test that sends one would otherwise
 * prove something else than it says.
 */
@Singleton
final class RequestBodies {
    private final ObjectMapper json;

    RequestBodies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 that names the field and what was wrong with it
     */
    <T> T read(String body, Class<T> type) {
        if (body.isBlank()) {
            throw Refusal.badRequest("The body is empty: send a JSON object");
        }
        ObjectReader reader = json.readerFor(type)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            T value = reader.readValue(body);
            if (value == null) {
                throw Refusal.badRequest("The body is null: send a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest(inWords(e));
        }
    }

    private static String inWords(JsonProcessingException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                "\"" + path(unknown) + "\" is not known here: use "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case JsonMappingException wrong
            when wrong.getCause() instanceof IllegalArgumentException own -> String.valueOf(own.getMessage());
            case InvalidFormatException wrong ->
                "\"" + path(wrong) + "\" is \"" + wrong.getValue() + "\": use " + shape(wrong.getTargetType());
            case MismatchedInputException wrong
            when wrong.getPath().isEmpty() -> "The body is not a JSON object of the expected shape";
            case MismatchedInputException wrong ->
                "\"" + path(wrong) + "\" has the wrong shape: use " + shape(wrong.getTargetType());
            default -> "The body is not JSON" + at(problem.getLocation());
        };
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "" : ": see line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static String shape(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return "a JSON array";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return type == Double.class || type == double.class ? "a number" : "a whole number";
        }
        return type == String.class ? "a string" : type == Boolean.class ? "true or false" : "a JSON object";
    }

    private static String path(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
