package dev.basegram.bot.airtable.rest;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where files are fetched from: whatever host a cell names, so the token never goes with it. */
@RegisterRestClient(configKey = "airtable-files")
interface FileRest {
    @GET
    Uni<Response> get(@Url String url);
}
