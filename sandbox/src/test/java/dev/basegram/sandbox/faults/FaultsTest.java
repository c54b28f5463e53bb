package dev.basegram.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void isOnForTheNextCallsAndThenOff() {
        faults.switchOn(FaultOrder.next(2, Service.TELEGRAM, "sendMessage", FaultKind.TOO_MANY_REQUESTS)
                .retryAfter(7));

        assertThat(faults.take(Service.TELEGRAM, "SENDmessage"))
                .hasValueSatisfying(fault -> assertThat(fault.retryAfter()).isEqualTo(7));
        assertThat(faults.take(Service.TELEGRAM, "sendMessage")).isPresent();
        assertThat(faults.take(Service.TELEGRAM, "sendMessage")).isEmpty();
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void concernsOnlyItsServiceOperationAndCaller() {
        faults.switchOn(new FaultOrder(Service.AIRTABLE, "create", FaultKind.CUT_AFTER, 1, null, null, null, "app1"));

        assertThat(faults.take(Service.TELEGRAM, "create", "app1")).isEmpty();
        assertThat(faults.take(Service.AIRTABLE, "list", "app1")).isEmpty();
        assertThat(faults.take(Service.AIRTABLE, "create", "app2")).isEmpty();
        assertThat(faults.take(Service.AIRTABLE, "create", "app1")).isPresent();
    }

    @Test
    void staysOnUntilCleared() {
        Fault fault = faults.switchOn(FaultOrder.untilCleared(Service.AIRTABLE, "*", FaultKind.MONTHLY_CAP));

        for (int i = 0; i < 100; i++) {
            assertThat(faults.take(Service.AIRTABLE, "list")).isPresent();
        }
        assertThat(faults.clear(fault.id())).isTrue();
        assertThat(faults.take(Service.AIRTABLE, "list")).isEmpty();
    }

    @Test
    void queuesSeveralOrdersInTurn() {
        faults.switchOn(FaultOrder.next(1, Service.TELEGRAM, "*", FaultKind.INTERNAL_ERROR));
        faults.switchOn(FaultOrder.next(1, Service.TELEGRAM, "*", FaultKind.CUT_BEFORE));

        assertThat(faults.take(Service.TELEGRAM, "getMe")).map(Fault::kind).hasValue(FaultKind.INTERNAL_ERROR);
        assertThat(faults.take(Service.TELEGRAM, "getMe")).map(Fault::kind).hasValue(FaultKind.CUT_BEFORE);
    }

    @Test
    void namesWhatIsWrongWithAnOrder() {
        assertThatThrownBy(() -> FaultKind.of("429s"))
                .hasMessageContaining("429s")
                .hasMessageContaining("cut-after");
        assertThatThrownBy(() -> FaultOrder.next(0, Service.TELEGRAM, "*", FaultKind.HANG))
                .hasMessageContaining("times");
    }
}
