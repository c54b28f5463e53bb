package dev.basegram.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Every setting of this service that is not a variable of the public interface; the defaults are what production runs. */
@ConfigMapping(prefix = "basegram.webhook")
public interface WebhookConfig {
    /** Returns how requests are taken in. */
    Door door();

    /** Returns how they are handed to the bot. */
    Forward forward();

    /** Returns how the bot's readiness is asked for. */
    Readiness readiness();

    /** Returns how files are passed on. */
    Files files();

    /** How requests are taken in. */
    interface Door {
        /** Returns the largest body that is read, in bytes; Telegram's largest update is 512 KiB. */
        @WithDefault("1048576")
        int maxBody();

        /** Returns how many requests may be held at once; Telegram opens at most 100 connections. */
        @WithDefault("512")
        int maxHeld();

        /** Returns how many bytes of bodies may be held at once. */
        @WithDefault("33554432")
        long maxHeldBytes();

        /** Returns how long a sender may take over its body. */
        @WithDefault("20s")
        Duration bodyDeadline();
    }

    /** How updates are handed to the bot. */
    interface Forward {
        /** Returns how long an update that lives for a day is held; below Telegram's 60 s and Airtable's 25 s. */
        @WithDefault("24s")
        Duration patience();

        /** Returns how long an update that lives for minutes is held: a person waits for the answer to a press. */
        @WithDefault("8s")
        Duration pressPatience();

        /** Returns the deadline of one try. */
        @WithDefault("5s")
        Duration tryTimeout();

        /** Returns the pause before the second try; later ones double up to {@link #longestPause}, all jittered. */
        @WithDefault("100ms")
        Duration firstPause();

        /** Returns the longest pause between tries: how late a held update can notice that the bot is back. */
        @WithDefault("500ms")
        Duration longestPause();

        /** Returns how many tries may be with the bot at once. */
        @WithDefault("64")
        int concurrency();

        /** Returns how many tries may wait for their turn. */
        @WithDefault("512")
        int queue();

        /** Returns of how many latest tries the breaker judges. */
        @WithDefault("10")
        int breakerWindow();

        /** Returns how long an open breaker stays shut to all before it lets one try probe the bot. */
        @WithDefault("500ms")
        Duration probeInterval();

        /** Returns the {@code Retry-After} of a 503, in whole seconds. */
        @WithDefault("5s")
        Duration retryAfter();
    }

    /** How the bot's readiness is asked for. */
    interface Readiness {
        /** Returns the deadline of the question. */
        @WithDefault("1s")
        Duration deadline();

        /** Returns how long an answer is good for. */
        @WithDefault("2s")
        Duration goodFor();
    }

    /** How files are passed on from the bot to whoever holds a link. */
    interface Files {
        /** Returns how many may be on their way at once. */
        @WithDefault("8")
        int atOnce();

        /** Returns how many more may wait for their turn. */
        @WithDefault("64")
        int waiting();

        /** Returns the largest file, in bytes: a bot can fetch no larger one from Telegram. */
        @WithDefault("20971520")
        long maxBytes();

        /** Returns how long the bot may take, waiting for a turn included, until the file begins to come. */
        @WithDefault("20s")
        Duration headWithin();

        /** Returns after how long without a byte a transfer is given up. */
        @WithDefault("30s")
        Duration stalledAfter();
    }
}
