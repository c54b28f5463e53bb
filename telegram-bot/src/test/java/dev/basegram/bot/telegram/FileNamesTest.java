package dev.basegram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "report.pdf,report.pdf",
        "../../etc/passwd,passwd",
        "C:\\Users\\ada\\x.doc,x.doc",
        ".htaccess,htaccess",
        "'  a  b .txt ',a  b .txt",
        "отчёт 3.pdf,отчёт 3.pdf",
        "تقرير.pdf,تقرير.pdf",
        "👩‍🔧.png,👩‍🔧.png"
    })
    void whatIsSafeStays(String sent, String clean) {
        assertThat(FileNames.clean(sent, "file-7")).isEqualTo(clean);
    }

    @Test
    void nothingTurnsTheReadingOrderRound() {
        assertThat(FileNames.clean("photo\u202Egpj.exe", "x")).isEqualTo("photogpj.exe");
        assertThat(FileNames.clean("a\u2066b\u2069\u200F\u200Ec\uFEFF.txt", "x"))
                .isEqualTo("abc.txt");
        assertThat(FileNames.clean("a\nb\u0000c\uD800.txt", "x")).isEqualTo("abc.txt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "/", "..", "a/..", "\u202E", "\n"})
    void aNameThatIsNoneIsMadeUp(String sent) {
        assertThat(FileNames.clean(sent, "file-7")).isEqualTo("file-7");
    }

    @Test
    void aLongOneKeepsItsExtension() {
        String cut = FileNames.clean("é👍".repeat(500) + ".jpeg", "x");
        assertThat(cut).endsWith(".jpeg").hasSizeLessThanOrEqualTo(120);
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 6))).isFalse();
    }
}
