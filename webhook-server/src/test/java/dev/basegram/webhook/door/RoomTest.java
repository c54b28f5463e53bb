package dev.basegram.webhook.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
    @Test
    void shouldHoldNoMoreRequestsThanItHasPlaces() {
        Room room = new Room(2, 100);

        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isFalse();
        assertThat(room.enter()).isFalse();
        room.leave();
        assertThat(room.enter()).isTrue();
    }

    @Test
    void shouldHoldNoMoreBytesThanItHasRoomFor() {
        Room room = new Room(10, 100);

        assertThat(room.hold(60)).isTrue();
        assertThat(room.hold(41)).isFalse();
        assertThat(room.hold(40)).isTrue();
        assertThat(room.hold(1)).isFalse();
        room.release(60);
        assertThat(room.hold(60)).isTrue();
    }
}
