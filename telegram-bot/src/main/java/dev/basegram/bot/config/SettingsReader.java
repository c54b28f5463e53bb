package dev.basegram.bot.config;

import dev.basegram.bot.store.DatabaseUrl;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.VariableFormats;
import dev.basegram.common.VariableProblems;
import dev.basegram.common.Variables;
import dev.basegram.common.trace.TraceExport;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks every variable and gathers all that is wrong, so that one start tells everything there is to mend. */
final class SettingsReader {
    private static final String TOKEN_EXAMPLE = "123456789:AAE..., from @BotFather";
    private static final String PAT_EXAMPLE = "patXXXXXXXXXXXXXX.XXXX, from airtable.com/create/tokens";
    private static final String BASE_EXAMPLE = "appXXXXXXXXXXXXXX, from the base's address";
    private static final String SECRET_EXAMPLE = "a-long-random-text-of-yours";
    private static final String WEBHOOK_EXAMPLE = "https://bot.example.org";

    private final Variables variables;
    private final VariableProblems problems = new VariableProblems();

    private SettingsReader(Variables variables) {
        this.variables = variables;
    }

    /** Returns what is wrong, a line for each variable to mend; empty when {@link #read} will work. */
    static List<String> problems(Variables variables) {
        var reader = new SettingsReader(variables);
        reader.checkProcess();
        reader.checkNeighbours();
        reader.checkIngress();
        reader.checkPeople();
        TraceExport.check(variables, reader.problems);
        return reader.problems.lines();
    }

    private void checkProcess() {
        check("PORT", VariableFormats::port, "8081");
        check("MANAGEMENT_PORT", VariableFormats::port, "9081");
        check("DATABASE_URL", DatabaseUrl::parse, DatabaseUrl.DEFAULT);
        check("LOG_FORMAT", text -> VariableFormats.oneOf(text, List.of("text", "json")), "json");
    }

    private void checkNeighbours() {
        require("TELEGRAM_BOT_TOKEN", Formats::botToken, TOKEN_EXAMPLE);
        check("TELEGRAM_API_URL", VariableFormats::webRoot, "https://api.telegram.org");
        require("AIRTABLE_TOKEN", Formats::airtableToken, PAT_EXAMPLE);
        require("AIRTABLE_BASE_ID", Formats::baseId, BASE_EXAMPLE);
        check("AIRTABLE_API_URL", VariableFormats::webRoot, "https://api.airtable.com");
        check("AIRTABLE_CONTENT_URL", VariableFormats::webRoot, "https://content.airtable.com");
        check("AIRTABLE_MONTHLY_CALLS", Formats::calls, "100000 (0 for no limit)");
    }

    private void checkIngress() {
        check("BASEGRAM_SECRET", SharedSecret::parse, SECRET_EXAMPLE);
        check("INGRESS", IngressMode::parse, "auto");
        check("WEBHOOK_URL", Formats::webhookRoot, WEBHOOK_EXAMPLE);
        IngressMode mode;
        try {
            mode = mode(variables);
        } catch (IllegalArgumentException _) {
            return;
        }
        if (mode != IngressMode.POLLING && variables.raw("WEBHOOK_URL").isEmpty()) {
            problems.add("WEBHOOK_URL", "is not set, and INGRESS=" + mode.label() + " needs it", WEBHOOK_EXAMPLE);
        }
        if (mode != IngressMode.POLLING && variables.raw("BASEGRAM_SECRET").isEmpty()) {
            problems.add(
                    "BASEGRAM_SECRET", "is not set, and every ingress but INGRESS=polling needs it", SECRET_EXAMPLE);
        }
    }

    private void checkPeople() {
        check("OWNER_IDS", Formats::ids, "123456789,987654321");
        check("PUBLIC_TIME_ZONE", Formats::zone, "Europe/Berlin");
        check("DEFAULT_LANGUAGE", Formats::language, "en");
        check("PHONE_COUNTRY", Formats::country, "FR");
    }

    private void require(String variable, Function<String, ?> parse, String example) {
        problems.require(variable, variables.raw(variable), example);
        check(variable, parse, example);
    }

    private void check(String variable, Function<String, ?> parse, String example) {
        problems.check(variable, variables.raw(variable), parse, example);
    }

    /** Reads variables in which {@link #problems} found nothing wrong. */
    static BotSettings read(Variables from) {
        return new BotSettings(
                new BotSettings.Telegram(
                        from.raw("TELEGRAM_BOT_TOKEN").map(Formats::botToken).orElseThrow(),
                        root(from, "TELEGRAM_API_URL", "https://api.telegram.org")),
                new BotSettings.Airtable(
                        from.raw("AIRTABLE_TOKEN").map(Formats::airtableToken).orElseThrow(),
                        from.raw("AIRTABLE_BASE_ID").map(Formats::baseId).orElseThrow(),
                        root(from, "AIRTABLE_API_URL", "https://api.airtable.com"),
                        root(from, "AIRTABLE_CONTENT_URL", "https://content.airtable.com"),
                        from.raw("AIRTABLE_MONTHLY_CALLS").map(Formats::calls).orElse(100_000L)),
                from.raw("BASEGRAM_SECRET").map(SharedSecret::parse),
                from.raw("WEBHOOK_URL").map(Formats::webhookRoot),
                mode(from),
                from.raw("OWNER_IDS").map(Formats::ids).orElse(Set.of()),
                Formats.zone(from.raw("PUBLIC_TIME_ZONE").orElse("UTC")),
                Formats.language(from.raw("DEFAULT_LANGUAGE").orElse("en")),
                from.raw("PHONE_COUNTRY").map(Formats::country));
    }

    private static URI root(Variables from, String variable, String byDefault) {
        return Formats.withoutSlash(VariableFormats.webRoot(from.raw(variable).orElse(byDefault)));
    }

    private static IngressMode mode(Variables from) {
        Optional<IngressMode> asked = from.raw("INGRESS").map(IngressMode::parse);
        return asked.orElse(from.raw("WEBHOOK_URL").isPresent() ? IngressMode.AUTO : IngressMode.POLLING);
    }
}
