package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Puts the token into each request; it is in no URL, no log and no exception. */
@Singleton
final class TokenHeader implements ClientHeadersFactory {
    private final String header;

    TokenHeader(BotSettings settings) {
        this.header = "Bearer " + settings.airtable().token();
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle(HttpHeaders.AUTHORIZATION, header);
        return headers;
    }
}
