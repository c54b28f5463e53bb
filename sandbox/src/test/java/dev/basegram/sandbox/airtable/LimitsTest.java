package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.FaultKind;
import dev.basegram.sandbox.faults.FaultOrder;
import dev.basegram.sandbox.faults.Service;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits and faults. */
class LimitsTest {
    private static final String WHOAMI = "/v0/meta/whoami";

    @Test
    void theSixthRequestOfASecondCostsThirtySeconds() {
        Clock still = Clock.fixed(Instant.parse("2026-05-01T10:00:00Z"), ZoneOffset.UTC);
        try (AirtableFixture airtable =
                new AirtableFixture(new LocalAirtable.Settings(true, Optional.empty()), still)) {
            String orders = airtable.table("Orders") + "?maxRecords=1";
            for (int i = 0; i < 5; i++) {
                assertThat(airtable.get(orders).status()).isEqualTo(200);
            }
            Reply sixth = airtable.get(orders);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.json().toString())
                    .isEqualTo("{\"errors\":[{\"error\":\"RATE_LIMIT_REACHED\","
                            + "\"message\":\"Rate limit exceeded. Please try again later\"}]}");
            airtable.clock.advance(Duration.ofMillis(29_999));
            assertThat(airtable.get(orders).status()).isEqualTo(429);
            assertThat(airtable.get(WHOAMI).status()).isEqualTo(200);
            airtable.clock.advance(Duration.ofMillis(1));
            assertThat(airtable.get(orders).status()).isEqualTo(200);
        }
    }

    @Test
    void theLimitCanBeSwitchedOff() {
        try (AirtableFixture airtable = new AirtableFixture(new LocalAirtable.Settings(true, Optional.empty()))) {
            airtable.airtable.rateLimit(false);
            assertThat(airtable.airtable.rateLimited()).isFalse();
            for (int i = 0; i < 20; i++) {
                assertThat(airtable.get(airtable.table("Orders") + "?maxRecords=1")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theMonthlyCapStopsDataAndLeavesMetadata() {
        try (AirtableFixture airtable = new AirtableFixture()) {
            airtable.get(airtable.table("Orders"));
            assertThat(airtable.airtable.callsThisMonth()).isEqualTo(1);
            airtable.airtable.monthlyCap(OptionalLong.of(2));
            assertThat(airtable.get(airtable.table("Orders")).status()).isEqualTo(200);
            Reply over = airtable.get(airtable.table("Orders"));
            assertThat(over.status()).isEqualTo(429);
            assertThat(over.json().at("/errors/0/error").asText()).isEqualTo("PUBLIC_API_BILLING_LIMIT_EXCEEDED");
            assertThat(airtable.get("/v0/meta/bases").status()).isEqualTo(200);
            airtable.clock.advance(Duration.ofDays(32));
            assertThat(airtable.get(airtable.table("Orders")).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 429, RATE_LIMIT_REACHED",
        "monthly-cap, 429, PUBLIC_API_BILLING_LIMIT_EXCEEDED",
        "500, 500, SERVER_ERROR",
        "503, 503, RETRIABLE_ERROR",
        "unauthorized, 401, AUTHENTICATION_REQUIRED",
        "forbidden, 403, INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
        "not-found, 404, NOT_FOUND",
        "refused, 422, INVALID_REQUEST_UNKNOWN"
    })
    void aFaultAnswersInTheServicesWordsAndHasNoEffect(String kind, int status, String text) {
        try (AirtableFixture airtable = new AirtableFixture()) {
            airtable.faults.switchOn(FaultOrder.next(1, Service.AIRTABLE, "create", FaultKind.of(kind)));
            Reply failed = airtable.post(airtable.table("Products"), "{'fields':{'Name':'x'}}");
            assertThat(failed.status()).isEqualTo(status);
            assertThat(failed.json().toString()).contains(text);
            assertThat(airtable.filter("Products", "{Name} = 'x'").recordIds()).isEmpty();
            assertThat(airtable.post(airtable.table("Products"), "{'fields':{'Name':'x'}}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"cut-before, 0", "cut-after, 1", "cut-within, 1"})
    void aCutConnectionMayHaveHadItsEffect(String kind, int effects) {
        try (AirtableFixture airtable = new AirtableFixture()) {
            airtable.faults.switchOn(FaultOrder.next(1, Service.AIRTABLE, "create", FaultKind.of(kind)));
            HttpRequest.Builder create = airtable.request(airtable.table("Products"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"fields\":{\"Name\":\"x\"}}"));
            try {
                airtable.raw(create);
                throw new IllegalStateException("The connection was not cut");
            } catch (AssertionError cut) {
                assertThat(cut.getCause()).isInstanceOf(java.io.IOException.class);
            }
            assertThat(airtable.filter("Products", "{Name} = 'x'").recordIds()).hasSize(effects);
        }
    }

    @ParameterizedTest
    @CsvSource({"slow", "drip"})
    void aSlowAnswerIsTheRightOne(String kind) {
        try (AirtableFixture airtable = new AirtableFixture()) {
            airtable.faults.switchOn(FaultOrder.next(1, Service.AIRTABLE, "whoami", FaultKind.of(kind))
                    .delayMs(20));
            assertThat(airtable.get(WHOAMI).id()).startsWith("usr");
        }
    }

    @Test
    void callsAreLoggedWithTheirBodies() {
        try (AirtableFixture airtable = new AirtableFixture()) {
            airtable.post(airtable.table("Products"), "{'fields':{'Name':'x'}}");
            airtable.get(airtable.table("Orders") + "?maxRecords=23");
            List<Call> calls = airtable.log.list(Service.AIRTABLE);
            assertThat(calls).extracting(Call::operation).containsExactly("create", "list");
            assertThat(calls.getFirst().status()).isEqualTo(200);
            assertThat(calls.getFirst().caller()).isEqualTo(AirtableFixture.BASE);
            assertThat(String.valueOf(calls.getFirst().parameters())).contains("\"Name\":\"x\"");
            assertThat(String.valueOf(calls.getLast().answer())).contains("\"recordsInAll\":23");
        }
    }
}
