package dev.basegram.bot.config;

import dev.basegram.bot.store.DatabaseUrl;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.VariableProblems;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks every variable and gathers all that is wrong, so that one start tells everything there is to mend. */
final class SettingsReader {
    private static final Pattern BOT_TOKEN = Pattern.compile("\\d{1,18}:[A-Za-z0-9_-]{10,}");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern BASE_ID = Pattern.compile("app[A-Za-z0-9]{14}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final VariableProblems problems = new VariableProblems();

    /** What came of reading. */
    sealed interface Result {
        /** All is well. */
        record Read(BotSettings settings) implements Result {}

        /** One line per variable to mend. */
        record Wrong(List<String> lines) implements Result {}
    }

    private SettingsReader() {}

    /** Reads all variables; the two that may hold a dollar come raw beside the mapping. */
    static Result read(BotConfig config, Optional<String> secret, Optional<String> databaseUrl) {
        var reader = new SettingsReader();
        reader.checkAll(config, secret.filter(s -> !s.isBlank()), databaseUrl);
        List<String> lines = reader.problems.lines();
        return lines.isEmpty() ? new Result.Read(build(config, secret)) : new Result.Wrong(lines);
    }

    private void checkAll(BotConfig config, Optional<String> secret, Optional<String> databaseUrl) {
        problems.require("TELEGRAM_BOT_TOKEN", config.telegram().token(), "123456789:AAE…, from @BotFather");
        problems.check(
                "TELEGRAM_BOT_TOKEN",
                config.telegram().token(),
                shape(BOT_TOKEN, "is not of the shape digits:letters"),
                "123456789:AAE…, from @BotFather");
        root("TELEGRAM_API_URL", config.telegram().apiUrl(), "https://api.telegram.org");
        checkAirtable(config.airtable());
        problems.check("BASEGRAM_SECRET", secret, SharedSecret::parse, "a-long-random-text-of-yours");
        checkIngress(config, secret.isPresent());
        problems.check("DATABASE_URL", databaseUrl, DatabaseUrl::parse, DatabaseUrl.DEFAULT);
        problems.check("OWNER_IDS", config.ownerIds(), SettingsReader::ids, "123456789,987654321");
        problems.check("PUBLIC_TIME_ZONE", Optional.of(config.timeZone()), SettingsReader::zone, "Europe/Berlin");
        problems.check("DEFAULT_LANGUAGE", Optional.of(config.language()), SettingsReader::language, "en");
        problems.check(
                "LOG_FORMAT",
                Optional.of(config.logFormat()),
                shape(Pattern.compile("text|json"), "is neither text nor json"),
                "text");
    }

    private void checkAirtable(BotConfig.Airtable airtable) {
        problems.require("AIRTABLE_TOKEN", airtable.token(), "patXXXXXXXXXXXXXX.…, from airtable.com/create/tokens");
        problems.check(
                "AIRTABLE_TOKEN",
                airtable.token(),
                shape(PRINTABLE, "holds a blank or a character that no token has"),
                "patXXXXXXXXXXXXXX.…, from airtable.com/create/tokens");
        problems.require("AIRTABLE_BASE_ID", airtable.baseId(), "appXXXXXXXXXXXXXX, from the base's address");
        problems.check(
                "AIRTABLE_BASE_ID",
                airtable.baseId(),
                shape(BASE_ID, "is not «app» and 14 letters or digits"),
                "appXXXXXXXXXXXXXX, from the base's address");
        root("AIRTABLE_API_URL", airtable.apiUrl(), "https://api.airtable.com");
        root("AIRTABLE_CONTENT_URL", airtable.contentUrl(), "https://content.airtable.com");
        problems.check(
                "AIRTABLE_MONTHLY_CALLS",
                Optional.of(airtable.monthlyCalls()),
                SettingsReader::calls,
                "100000 (0 for no limit)");
    }

    private void checkIngress(BotConfig config, boolean hasSecret) {
        problems.check("INGRESS", config.ingress(), IngressMode::parse, "auto");
        problems.check("WEBHOOK_URL", config.webhookUrl(), SettingsReader::webhookRoot, "https://bot.example.org");
        IngressMode mode;
        try {
            mode = mode(config);
        } catch (IllegalArgumentException _) {
            return;
        }
        if (mode == IngressMode.POLLING) {
            return;
        }
        if (present(config.webhookUrl()).isEmpty()) {
            problems.add(
                    "WEBHOOK_URL", "is not set, and INGRESS=" + mode.label() + " needs it", "https://bot.example.org");
        }
        if (!hasSecret) {
            problems.add(
                    "BASEGRAM_SECRET",
                    "is not set, and every ingress but INGRESS=polling needs it",
                    "a-long-random-text-of-yours");
        }
    }

    private void root(String variable, String value, String example) {
        problems.check(variable, Optional.of(value), SettingsReader::httpRoot, example);
    }

    private static BotSettings build(BotConfig config, Optional<String> secret) {
        BotConfig.Airtable airtable = config.airtable();
        return new BotSettings(
                new BotSettings.Telegram(
                        config.telegram().token().orElseThrow().strip(),
                        httpRoot(config.telegram().apiUrl())),
                new BotSettings.Airtable(
                        airtable.token().orElseThrow().strip(),
                        airtable.baseId().orElseThrow().strip(),
                        httpRoot(airtable.apiUrl()),
                        httpRoot(airtable.contentUrl()),
                        calls(airtable.monthlyCalls())),
                secret.filter(s -> !s.isBlank()).map(SharedSecret::parse),
                present(config.webhookUrl()).map(SettingsReader::webhookRoot),
                mode(config),
                present(config.ownerIds()).map(SettingsReader::ids).orElse(Set.of()),
                zone(config.timeZone()),
                language(config.language()));
    }

    private static IngressMode mode(BotConfig config) {
        return present(config.ingress())
                .map(IngressMode::parse)
                .orElse(present(config.webhookUrl()).isPresent() ? IngressMode.AUTO : IngressMode.POLLING);
    }

    private static Optional<String> present(Optional<String> value) {
        return value.map(String::strip).filter(v -> !v.isEmpty());
    }

    private static java.util.function.Function<String, String> shape(Pattern pattern, String wrong) {
        return value -> {
            if (!pattern.matcher(value.strip()).matches()) {
                throw new IllegalArgumentException(wrong);
            }
            return value.strip();
        };
    }

    private static URI httpRoot(String value) {
        try {
            URI uri = new URI(value.strip().replaceFirst("/+$", ""));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // told below: the parser's own message would quote the value
        }
        throw new IllegalArgumentException("is not the root of an http or https URL");
    }

    private static URI webhookRoot(String value) {
        URI root = httpRoot(value);
        if ("http".equalsIgnoreCase(root.getScheme()) && !LOOPBACK.contains(root.getHost())) {
            throw new IllegalArgumentException(
                    "is not https, which Telegram asks for (http is for a loopback host only)");
        }
        return root;
    }

    private static Set<Long> ids(String value) {
        try {
            return Arrays.stream(value.split(",", -1))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .map(Long::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("is not a list of Telegram user ids separated by commas");
        }
    }

    private static long calls(String value) {
        try {
            long calls = Long.parseLong(value.strip());
            if (calls >= 0) {
                return calls;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException("is not a whole number of 0 or more");
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value.strip());
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("is not a time zone");
        }
    }

    private static String language(String value) {
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(value.strip()).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException _) {
            // told below
        }
        throw new IllegalArgumentException("is not a language tag");
    }
}
