package dev.basegram.sandbox.telegram.delivery;

import java.util.Random;
import java.util.random.RandomGenerator;

/** Where a bot's update ids start: somewhere random, the same for the same seed. */
record SeededIds(RandomGenerator random, int firstUpdateId) {
    SeededIds(long seed) {
        this(new Random(seed));
    }

    private SeededIds(RandomGenerator random) {
        this(random, random.nextInt(2_000_000, 1_000_000_000));
    }
}
