package dev.basegram.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What goes wrong while a fault is on. */
public enum FaultKind {
    /** Too many requests, with the fault's {@code retryAfter} where the service names one. */
    TOO_MANY_REQUESTS("429"),
    /** Internal error, in the service's own words. */
    INTERNAL_ERROR("500"),
    /** The HTML page of a front end that cannot reach the service. */
    BAD_GATEWAY("502"),
    /** Service unavailable. */
    UNAVAILABLE("503"),
    /** The right answer, {@code delayMs} late. */
    SLOW("slow"),
    /** The right answer, a few bytes at a time, {@code delayMs} apart. */
    DRIP("drip"),
    /** No effect and no answer, while the connection stays open. */
    HANG("hang"),
    /** The connection is cut before the call has any effect. */
    CUT_BEFORE("cut-before"),
    /** The call has its effect and the connection is cut instead of the answer. */
    CUT_AFTER("cut-after"),
    /** The call has its effect, the head of the answer is sent, and the connection is cut inside the body. */
    CUT_WITHIN("cut-within"),
    /** Airtable's answer when the calls of the month are used up. */
    MONTHLY_CAP("monthly-cap"),
    /** 409: another poller (Telegram) or a concurrent change (Airtable). */
    CONFLICT("conflict"),
    /** 401: the token is not accepted. */
    UNAUTHORIZED("unauthorized"),
    /** 403: the token may not do this, or the person has blocked the bot. */
    FORBIDDEN("forbidden"),
    /** 404: the thing is not there. */
    NOT_FOUND("not-found"),
    /** 400 or 422 with the fault's {@code description}. */
    REFUSED("refused"),
    /** 200 without a body. */
    EMPTY("empty"),
    /** 200 with a body that is not JSON. */
    GARBAGE("garbage");

    private final String wireName;

    FaultKind(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name on the wire, such as {@code 429} or {@code cut-after}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * Returns the kind of that wire name.
     *
     * @throws IllegalArgumentException naming the kinds there are
     */
    @JsonCreator
    public static FaultKind of(String wireName) {
        for (FaultKind kind : values()) {
            if (kind.wireName.equalsIgnoreCase(wireName)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No fault kind \"" + wireName + "\": use one of "
                + Arrays.stream(values()).map(FaultKind::wireName).collect(Collectors.joining(", ")));
    }
}
