package dev.basegram.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.processes.Basegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every screen, walked through on a phone. {@code scripts/screens} runs it and puts its pictures into {@code docs/images/screens}; it
 * takes minutes, so that nothing else does.
 */
@EnabledIfSystemProperty(named = "screens", matches = "true")
class ScreensIT {
    private static final long LARGEST = 60 << 10;
    private static final Pattern MENTIONED = Pattern.compile("images/screens/([a-z-]+\\.png)");
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

    @Test
    void everyScreenIsThereAndEveryPictureOfTheWalkIsMade() throws Exception {
        Path folder = Basegram.emptyFolder("screens");
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        try (Basegram system = Basegram.in("screens-system").start("webhook")) {
            BrowserScript.in(folder.resolve("browser"))
                    .test(
                            "screens.mjs",
                            Map.of(
                                    "PAGE_URL", system.sandbox().root(),
                                    "BASE_ID", Basegram.BASE_ID,
                                    "PICTURES", pictures.toString()));
        }

        assertThat(files(pictures))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture)
                        .as("small enough for a page of documentation")
                        .satisfies(each -> assertThat(Files.size(each)).isLessThan(LARGEST)));
        String walk = Files.readString(DOCS.resolve("screens.md"));
        assertThat(MENTIONED.matcher(walk).results().map(found -> found.group(1)))
                .as("the pictures of the documentation are those of the walk")
                .isNotEmpty()
                .allSatisfy(name -> assertThat(pictures.resolve(name)).exists());
        assertThat(files(DOCS.resolve("images").resolve("screens")))
                .as("no picture lies about that no page shows")
                .allSatisfy(picture -> assertThat(walk).contains("images/screens/" + picture.getFileName()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
