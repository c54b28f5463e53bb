package dev.basegram.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.Variables;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, String> GOOD = Map.of(
            "TELEGRAM_BOT_TOKEN", "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc",
            "AIRTABLE_TOKEN", "patAbCdEfGhIjKlMn.0123456789abcdef",
            "AIRTABLE_BASE_ID", "appSandbox0000001");

    @Test
    void theThreeRequiredVariablesAreEnough() {
        assertThat(SettingsReader.problems(with(Map.of()))).isEmpty();
        BotSettings settings = SettingsReader.read(with(Map.of()));
        assertThat(settings.ingress()).isEqualTo(IngressMode.POLLING);
        assertThat(settings.telegram().botId()).isEqualTo(123456789);
        assertThat(settings.telegram().apiUrl()).hasToString("https://api.telegram.org");
        assertThat(settings.toString()).doesNotContain("AAEhBOweik6ad9r").doesNotContain("patAbCd");
    }

    @Test
    void everythingMissingIsToldInOneGo() {
        assertThat(SettingsReader.problems(variables(Map.of("INGRESS", "webhook"))))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("TELEGRAM_BOT_TOKEN is not set. Example: TELEGRAM_BOT_TOKEN="))
                .anyMatch(line -> line.startsWith("AIRTABLE_TOKEN is not set"))
                .anyMatch(line -> line.startsWith("AIRTABLE_BASE_ID is not set"))
                .anyMatch(line -> line.startsWith("WEBHOOK_URL is not set"))
                .anyMatch(line -> line.startsWith("BASEGRAM_SECRET is not set"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TELEGRAM_BOT_TOKEN     | not-a-token-but-secret
            TELEGRAM_API_URL       | ftp://x
            AIRTABLE_TOKEN         | pat with a secret blank
            AIRTABLE_BASE_ID       | tblSandbox0000001
            AIRTABLE_MONTHLY_CALLS | many
            AIRTABLE_MONTHLY_CALLS | -1
            BASEGRAM_SECRET        | short
            WEBHOOK_URL            | http://bot.example.org
            INGRESS                | pigeon
            DATABASE_URL           | mysql://u:secret@h/d
            DATABASE_URL           | postgresql://u:secret@h
            DATABASE_URL           | sqlite:
            OWNER_IDS              | 1,x
            PUBLIC_TIME_ZONE       | Mars/Phobos
            DEFAULT_LANGUAGE       | e_n_!
            LOG_FORMAT             | xml
            PORT                   | 99999
            MANAGEMENT_PORT        | x
            """)
    void aWrongVariableIsOneLineThatNamesItAndHidesIt(String name, String value) {
        List<String> problems = SettingsReader.problems(with(Map.of(name, value)));
        assertThat(problems)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(name + " ")
                        .contains("Example: " + name + "=")
                        .doesNotContain("\n"));
        assertThat(problems).noneMatch(line -> line.contains("secret@") || line.contains("but-secret"));
    }

    @Test
    void aSecretKeepsItsDollars() {
        String secret = "pa$$word-${HOME}-\\$x, second value of sixteen";
        BotSettings settings = SettingsReader.read(with(Map.of("BASEGRAM_SECRET", secret)));
        assertThat(settings.secret().orElseThrow().sign(DerivedKey.INTERNAL))
                .isEqualTo(SharedSecret.parse(secret).sign(DerivedKey.INTERNAL));
    }

    @Test
    void aWebhookUrlMeansAutoAndLosesItsSlash() {
        BotSettings settings = SettingsReader.read(
                with(Map.of("WEBHOOK_URL", "https://bot.example.org/", "BASEGRAM_SECRET", "sixteen-characters")));
        assertThat(settings.ingress()).isEqualTo(IngressMode.AUTO);
        assertThat(settings.webhookUrl().orElseThrow()).hasToString("https://bot.example.org");
    }

    private static Variables with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.putAll(more);
        return variables(all);
    }

    private static Variables variables(Map<String, String> values) {
        return Variables.of(new SmallRyeConfigBuilder()
                .withSources(new io.smallrye.config.PropertiesConfigSource(values, "test", 500))
                .addDefaultInterceptors()
                .build());
    }
}
