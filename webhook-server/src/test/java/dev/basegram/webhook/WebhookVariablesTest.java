package dev.basegram.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.common.Variables;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookVariablesTest {
    private static final String SECRET = "${NOT_A_VARIABLE} and more";

    @Test
    void shouldStartWithASecretAlone() {
        assertThat(WebhookVariables.check(variables(Map.of("BASEGRAM_SECRET", SECRET))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOT_URL | bot:8081",
                "BOT_URL | ftp://bot",
                "BOT_URL | https:///internal",
                "BOT_URL | http://bot/?a=b",
                "BOT_URL | http://user:password@bot",
                "BOT_URL | http://bad host",
                "PORT | http",
                "PORT | 65536",
                "PORT | -1",
                "MANAGEMENT_PORT | 9O80",
                "LOG_FORMAT | xml",
                "BASEGRAM_SECRET | tooshort",
                "BASEGRAM_SECRET | long enough secret,short"
            })
    void shouldNameTheVariableAndAnExampleButNotTheValue(String name, String value) {
        assertThat(WebhookVariables.check(variables(
                        name.equals("BASEGRAM_SECRET")
                                ? Map.of(name, value)
                                : Map.of(name, value, "BASEGRAM_SECRET", SECRET))))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(name + " ")
                        .contains("Example: " + name + "=")
                        .doesNotContain(value)
                        .doesNotContain("\n"));
    }

    @Test
    void shouldNameEveryWrongVariableAtOnce() {
        assertThat(WebhookVariables.check(variables(Map.of("PORT", "x", "BOT_URL", "x", "LOG_FORMAT", "x"))))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("BASEGRAM_SECRET is not set");
    }

    private static Variables variables(Map<String, String> values) {
        return Variables.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "operator", 300))
                .addDefaultInterceptors()
                .build());
    }
}
