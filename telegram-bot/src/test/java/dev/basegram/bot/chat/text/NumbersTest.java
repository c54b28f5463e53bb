package dev.basegram.bot.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are understood however people write them. */
class NumbersTest {
    private static final long SEED = 1200;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|1,200.50|1200.50",
                "EN|1 200,50|1200.50",
                "EN|1.200,50|1200.50",
                "EN|1'200.5|1200.5",
                "EN|1,200|1200",
                "EN|1.200|1.200",
                "ES|1.200|1200",
                "ES|1,200|1.200",
                "RU|1 200,5|1200.5",
                "RU|-3,5|-3.5",
                "EN|−3.5|-3.5",
                "EN|+7|7",
                "EN|0.125|0.125",
                "ES|0.125|0.125",
                "EN|1,234,567|1234567",
                "ES|1.234.567,8|1234567.8",
                "EN|.5|0.5",
                "EN|5.|5",
                "AR|١٢٫٥|12.5",
                "AR|١٬٢٠٠|1200",
                "EN|12,5|12.5",
                "PT|12.5|12.5"
            })
    void numbersInManyHands(Language language, String typed, BigDecimal meant) {
        assertThat(new Numbers(language.locale()).parse(typed))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "abc", "1.2.3", "1,2,3", "1,23,456.7", "12e5", "--1", "1-2", ".", ",", "1.2,3.4", "९x"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(new Numbers(Language.EN.locale()).parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWeWriteWeReadBack(Language language) {
        Numbers numbers = new Numbers(language.locale());
        char decimal = DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(2_000_000_000L) - 1_000_000_000L, random.nextInt(5));

            String written = numbers.upTo(number, 4);

            assertThat(numbers.parse(written))
                    .as("%s with decimal %s", written, decimal)
                    .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
        }
    }

    @Test
    void percentsAreFractions() {
        assertThat(new Numbers(Language.EN.locale()).percent(new BigDecimal("0.15"), 0))
                .isEqualTo("15%");
    }
}
