package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableClientConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes calls out of requests: what is sent, how its body is read, and what a doubtful outcome allows. */
@Singleton
final class Wire {
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final Transport transport;
    private final long mostBytes;

    Wire(Transport transport, AirtableClientConfig config) {
        this.transport = transport;
        this.mostBytes = config.answerBytes();
    }

    <T> Call<T> call(
            String operation, Safety safety, Supplier<Uni<Response>> request, Function<JsonNode, Optional<T>> body) {
        return new Call<>(
                operation,
                safety,
                () -> transport
                        .exchange(Uni.createFrom().deferred(request::get), mostBytes)
                        .map(answer -> Replies.read(answer, body)));
    }

    /** As {@link #call}, for operations that may answer a success with nothing; that reads as an empty object. */
    <T> Call<T> callOrNothing(
            String operation, Safety safety, Supplier<Uni<Response>> request, Function<JsonNode, Optional<T>> body) {
        return new Call<>(
                operation,
                safety,
                () -> transport
                        .exchange(Uni.createFrom().deferred(request::get), mostBytes)
                        .map(answer ->
                                answer instanceof HttpAnswer.Came came && came.isSuccess() && came.body().length == 0
                                        ? new HttpAnswer.Came(came.status(), EMPTY_OBJECT, came.after())
                                        : answer)
                        .map(answer -> Replies.read(answer, body)));
    }

    <T> Call<T> read(String operation, Supplier<Uni<Response>> request, Function<JsonNode, Optional<T>> body) {
        return call(operation, Safety.READ, request, body);
    }

    /** Fetches a file, whose bytes are not JSON. */
    Uni<HttpAnswer> fetch(Supplier<Uni<Response>> request, long most) {
        return transport.exchange(Uni.createFrom().deferred(request::get), most, Transport.FILE_WITHIN);
    }
}
