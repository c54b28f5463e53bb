package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.airtable.json.SchemaReader;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Who we are, which bases there are, and what is in ours ({@code airtable.com/developers/web/api/get-base-schema}). */
@Singleton
public final class MetaApi {
    private static final String WITH_VISIBLE_FIELDS = "visibleFieldIds";

    private final ApiRest rest;
    private final Wire wire;
    private final BaseId base;
    private final Clock clock;

    MetaApi(@RestClient ApiRest rest, Wire wire, BotSettings settings, Clock clock) {
        this.rest = rest;
        this.wire = wire;
        this.base = new BaseId(settings.airtable().baseId());
        this.clock = clock;
    }

    /** Returns which base this is about. */
    public BaseId base() {
        return base;
    }

    /** Reads the whole schema. */
    public Call<Schema> schema() {
        return wire.read(
                "schema",
                () -> rest.tables(base.value(), WITH_VISIBLE_FIELDS),
                answer -> SchemaReader.read(base, answer, clock.instant()));
    }

    /** Asks whose token it is; needs no scope. */
    public Call<WhoAmI> whoAmI() {
        return wire.read("whoami", rest::whoami, answer -> {
            String id = Json.text(answer, "id");
            List<String> scopes = new ArrayList<>();
            answer.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            return id == null ? Optional.empty() : Optional.of(new WhoAmI(id, Json.text(answer, "email"), scopes));
        });
    }

    /** Lists the bases the token may use, up to 1,000 a page. */
    public Call<BasePage> bases(@Nullable String offset) {
        return wire.read("bases", () -> rest.bases(offset), answer -> {
            if (!answer.path("bases").isArray()) {
                return Optional.empty();
            }
            List<BaseInfo> bases = new ArrayList<>();
            for (JsonNode node : answer.path("bases")) {
                bases.add(new BaseInfo(
                        Json.text(node, "id", ""),
                        Json.text(node, "name", ""),
                        Json.text(node, "permissionLevel", "")));
            }
            return Optional.of(new BasePage(bases, Json.text(answer, "offset")));
        });
    }

    /**
     * A page of bases.
     *
     * @param bases which
     * @param offset where the next page begins; null at the end
     */
    public record BasePage(List<BaseInfo> bases, @Nullable String offset) {
        /** Creates a copy of the list. */
        public BasePage {
            bases = List.copyOf(bases);
        }
    }
}
