package dev.basegram.bot.ingress;

import dev.basegram.bot.config.BotSettings;
import dev.basegram.common.InternalApi;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Shuts {@code /internal} to everybody without the derived key; to everybody when there is no secret to derive it from. */
@Singleton
final class InternalAuth {
    /** Asked for at the first request: a native image makes filters when it is built, where there are no settings. */
    private final Provider<BotSettings> settings;

    InternalAuth(Provider<BotSettings> settings) {
        this.settings = settings;
    }

    /** Answers 401 before the body is read. */
    @ServerRequestFilter(preMatching = true)
    public @Nullable Response check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean internal = path.equals("/internal") || path.startsWith("/internal/");
        if (!internal || mayEnter(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private boolean mayEnter(@Nullable String authorization) {
        return settings.get()
                .secret()
                .filter(secret -> InternalApi.authorized(secret, authorization))
                .isPresent();
    }
}
