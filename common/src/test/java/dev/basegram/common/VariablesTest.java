package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"${nobody} x", "a$b", "$$", "\\${x}", "a,b", "{\"a\": 'b'}", "é🔐", "${a:b}", "back\\slash"})
    void shouldGiveEveryValueAsItWasWritten(String value) {
        assertThat(variables("BASEGRAM_SECRET", value).raw("BASEGRAM_SECRET")).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void shouldTakeABlankValueForNone(String value) {
        assertThat(variables("PORT", value).raw("PORT")).isEmpty();
        assertThat(variables("PORT", value).raw("OTHER")).isEmpty();
    }

    @Test
    void shouldReadThisProcess() {
        System.setProperty("BASEGRAM_TEST_ONLY", "${x}");
        try {
            assertThat(Variables.ofProcess().raw("BASEGRAM_TEST_ONLY")).hasValue("${x}");
            assertThat(Variables.ofProcess().raw("PATH")).hasValue(System.getenv("PATH"));
        } finally {
            System.clearProperty("BASEGRAM_TEST_ONLY");
        }
    }

    @Test
    void shouldGatherEveryProblem() {
        VariableProblems problems = new VariableProblems();
        problems.require("A", Optional.empty(), "1");
        problems.require("B", Optional.of("  "), "2");
        problems.require("C", Optional.of("x"), "3");
        problems.check("D", Optional.of("x"), VariableFormats::port, "8080");
        problems.check("E", Optional.of(" 8080 "), VariableFormats::port, "8080");
        problems.check("F", Optional.empty(), VariableFormats::port, "8080");

        assertThat(problems.lines())
                .containsExactly(
                        "A is not set. Example: A=1",
                        "B is not set. Example: B=2",
                        "D is not a port from 0 to 65535. Example: D=8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081",
                "https://bot.example.org",
                "HTTP://10.0.0.1:80/",
                "http://[::1]:8081/prefix",
                " http://a "
            })
    void shouldTakeTheRootOfAService(String root) {
        assertThat(VariableFormats.webRoot(root).getHost()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:8081",
                "//x",
                "http:/x",
                "http://",
                "ftp://x",
                "http://a b",
                "http://x?a",
                "http://x/#a",
                "http://u@x",
                "http://x_y:90a"
            })
    void shouldTakeNothingElseForARoot(String root) {
        assertThatIllegalArgumentException().isThrownBy(() -> VariableFormats.webRoot(root));
    }

    @Test
    void shouldTakeOneOfItsWords() {
        assertThat(VariableFormats.oneOf(" json ", List.of("text", "json"))).isEqualTo("json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableFormats.oneOf("JSON", List.of("text", "json")))
                .withMessage("is not one of text, json");
    }

    private static Variables variables(String name, String value) {
        return Variables.of(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(name, value), "operator", 300))
                .build());
    }
}
