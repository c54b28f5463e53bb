package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {
    private static final String OLD = "the old secret 123";
    private static final String NEW = "the new secret 456";

    /** Computed with another implementation: Python's hmac.new(secret, message, sha256).hexdigest(). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0123456789abcdef | TELEGRAM_WEBHOOK | 7bf5b3d81fe66f38b04eababd4b4576b2208b1b5ab01245c62a551a4c597ff26",
                "0123456789abcdef | INTERNAL | 706d35f6320bac950b5e5e7f59d274b3e9542b83a2305bf8d73a498b0d0ebd5b",
                "0123456789abcdef | AIRTABLE_WEBHOOK | cd80afecce673df88a69199916cb2a43a09d2bc4e9e85fd6b1a38d790df54dea",
                "${HOME} $x {y} \"z\" 'w' \\n | TELEGRAM_WEBHOOK | ef0438684205ecb342cba97fae25b7c3fce8ac398f8568547f099aa41d26d707",
                "${HOME} $x {y} \"z\" 'w' \\n | INTERNAL | dfba643381198c0755c5cde312d68c32f2930b7b2398c1500226f383082baf1f",
                "пароль-🔐-naïve-秘密の値です | TELEGRAM_WEBHOOK | b54bdb7c6df398d1e1019d0305e0f7b49c01749be753e19731d9bf3091428dcf",
                "пароль-🔐-naïve-秘密の値です | AIRTABLE_WEBHOOK | 1326612cf89046aa6c52f59420fe6e7ed896bdfc444f8daceb9ee996344ff7b8"
            })
    void shouldDeriveTheKeysOfThePublicInterface(String secret, DerivedKey purpose, String key) {
        SharedSecret shared = SharedSecret.parse(secret);

        assertThat(shared.sign(purpose)).isEqualTo(key);
        assertThat(shared.verify(purpose, key)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(DerivedKey.class)
    void shouldFitIntoTelegramsSecretTokenAndAPathSegment(DerivedKey purpose) {
        assertThat(SharedSecret.parse(OLD).sign(purpose)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @EnumSource(DerivedKey.class)
    void shouldSignWithTheFirstAndVerifyAllWhileRotating(DerivedKey purpose) {
        SharedSecret old = SharedSecret.parse(OLD);
        SharedSecret rotating = SharedSecret.parse(NEW + "," + OLD);
        SharedSecret rotated = SharedSecret.parse(NEW);

        assertThat(rotating.sign(purpose)).isEqualTo(rotated.sign(purpose));
        assertThat(rotating.verify(purpose, old.sign(purpose))).isTrue();
        assertThat(rotating.verify(purpose, rotated.sign(purpose))).isTrue();
        assertThat(old.verify(purpose, rotating.sign(purpose))).isFalse();
        assertThat(rotated.verify(purpose, old.sign(purpose))).isFalse();
    }

    @Test
    void shouldKeepPurposesApart() {
        SharedSecret secret = SharedSecret.parse(OLD);
        for (DerivedKey signed : DerivedKey.values()) {
            for (DerivedKey asked : DerivedKey.values()) {
                assertThat(secret.verify(asked, secret.sign(signed))).isEqualTo(asked == signed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "the old secret 123"})
    void shouldVerifyNothingElse(String presented) {
        SharedSecret secret = SharedSecret.parse(OLD);
        String right = secret.sign(DerivedKey.INTERNAL);

        assertThat(secret.verify(DerivedKey.INTERNAL, presented)).isFalse();
        assertThat(secret.verify(DerivedKey.INTERNAL, null)).isFalse();
        assertThat(secret.verify(DerivedKey.INTERNAL, right + "0")).isFalse();
        assertThat(secret.verify(DerivedKey.INTERNAL, right.substring(1))).isFalse();
        assertThat(secret.verify(DerivedKey.INTERNAL, right.toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ",",
                " , ,",
                "tiny!",
                "fifteen chars..",
                "long enough to be one,short",
                "🔐🔐🔐🔐🔐🔐🔐🔐"
            })
    void shouldRefuseAnEmptyOrShortValueWithoutQuotingIt(String variable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecret.parse(variable))
                .satisfies(e -> {
                    if (variable.strip().length() > 4) {
                        assertThat(e.getMessage()).doesNotContain(variable).doesNotContain("fifteen");
                    }
                });
    }

    @Test
    void shouldTakeNoSpaceAroundACommaForPartOfAValue() {
        assertThat(SharedSecret.parse(" " + NEW + " ,\t" + OLD + "\n").sign(DerivedKey.INTERNAL))
                .isEqualTo(SharedSecret.parse(NEW).sign(DerivedKey.INTERNAL));
    }

    @Test
    void shouldNotShowItself() {
        SharedSecret secret = SharedSecret.parse(NEW + "," + OLD);

        assertThat(secret.toString()).doesNotContain(NEW).doesNotContain(OLD);
        assertThat(secret.everythingSecret())
                .contains(NEW, OLD, secret.sign(DerivedKey.TELEGRAM_WEBHOOK), secret.sign(DerivedKey.INTERNAL))
                .hasSize(2 * (1 + DerivedKey.values().length));
    }

    @ParameterizedTest
    @CsvSource({"'Bearer ',true", "'bearer ',true", "'Bearer  ',true", "'',false", "'Basic ',false", "'Bearer',false"})
    void shouldOpenTheInternalApiForABearerOnly(String scheme, boolean opens) {
        SharedSecret secret = SharedSecret.parse(OLD);

        assertThat(InternalApi.authorized(secret, scheme + secret.sign(DerivedKey.INTERNAL)))
                .isEqualTo(opens);
        assertThat(InternalApi.authorized(secret, InternalApi.authorization(secret)))
                .isTrue();
        assertThat(InternalApi.authorized(secret, null)).isFalse();
        assertThat(InternalApi.authorized(secret, "Bearer ")).isFalse();
    }
}
