package dev.basegram.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bench.chat.Presser.Step;
import dev.basegram.bench.stub.BotCall;
import dev.basegram.bench.stub.Key;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PresserTest {
    private static final String KEYBOARD = """
            {"inline_keyboard":[[{"text":"Orders","callback_data":"t1"}],[{"text":"➕ Add","callback_data":"a1"}],
            [{"text":"Site","url":"https://example.org"}]]}""";

    private final Presser presser = new Presser(5, new Random(1));

    @Test
    void aPersonAsksForTheMenuAndThenPressesWhatLeadsAround() {
        assertThat(presser.next(0)).contains(new Step.Menu());

        assertThat(presser.sees(call("sendMessage", 40, 7))).isEmpty();

        assertThat(presser.next(100)).contains(new Step.Press(40, new Key("Orders", "t1")));
    }

    @Test
    void theTimeOfAPressIsFromItsDueTimeToTheArrivalOfTheEdit() {
        presser.next(0);
        presser.sees(call("sendMessage", 40, 7));
        presser.next(100);

        assertThat(presser.sees(call("answerCallbackQuery", 0, 150))).isEmpty();
        assertThat(presser.sees(call("editMessageText", 40, 350))).contains(250L);
        assertThat(presser.sees(call("editMessageText", 40, 900))).isEmpty();
    }

    @Test
    void nobodyPressesAgainBeforeTheScreenHasChanged() {
        presser.next(0);
        presser.sees(call("sendMessage", 40, 7));
        presser.next(100);

        assertThat(presser.next(200)).isEmpty();
        assertThat(presser.waitingSince(200)).contains(100L);

        presser.giveUp();
        assertThat(presser.next(300)).contains(new Step.Menu());
    }

    private static BotCall call(String method, int messageId, long at) {
        return new BotCall(method, Map.of("chat_id", "5", "reply_markup", KEYBOARD), messageId, at);
    }
}
