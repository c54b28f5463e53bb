package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/edge-cases.md names is there. */
class EdgeCasesDocumentTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void everyCaseHasATestOfTheNameThatTheDocumentGives() throws IOException {
        Map<String, String> tests = Stream.of(MODULE, MODULE.resolveSibling("end-to-end"))
                .flatMap(module -> sources(module.resolve("src/test/java")))
                .collect(Collectors.toMap(EdgeCasesDocumentTest::name, EdgeCasesDocumentTest::text, (one, _) -> one));
        String document = Files.readString(MODULE.resolveSibling("docs").resolve("edge-cases.md"));
        List<MatchResult> named = NAMED.matcher(document).results().toList();

        assertThat(named)
                .hasSizeGreaterThan(100)
                .allSatisfy(each -> assertThat(tests.getOrDefault(each.group(1), ""))
                        .as(each.group())
                        .contains("void " + each.group(2) + "("));
        assertThat(document.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| ---")))
                .filteredOn(line -> !line.endsWith(" | |"))
                .allSatisfy(
                        line -> assertThat(NAMED.matcher(line).find()).as(line).isTrue());
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
