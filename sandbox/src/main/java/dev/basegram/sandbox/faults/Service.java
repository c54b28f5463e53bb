package dev.basegram.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The two services that the sandbox stands in for. */
public enum Service {
    /** The Bot API, webhook deliveries included. */
    TELEGRAM,
    /** The Airtable Web API and its content host. */
    AIRTABLE;

    /** Returns the name on the wire, such as {@code telegram}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the service of that name, in any case.
     *
     * @throws IllegalArgumentException naming the services there are
     */
    @JsonCreator
    public static Service of(String name) {
        for (Service service : values()) {
            if (service.name().equalsIgnoreCase(name)) {
                return service;
            }
        }
        throw new IllegalArgumentException("No service \"" + name + "\": use telegram or airtable");
    }
}
