package dev.basegram.bot.ingress;

import java.time.Duration;

/**
 * The times of intake.
 *
 * @param poll how long Telegram holds a poll that has nothing to give, at most 50 s (it cuts longer ones)
 * @param slack how long beyond that an answer may take
 * @param call how long any other call may take
 * @param pause the first pause after a trouble of polling that passes; they grow to sixty times this
 * @param look how often the webhook is looked at
 * @param trouble how long a webhook may be in trouble before {@code auto} goes back to polling
 * @param retry the pause before {@code auto} tries the webhook again: the first of growing ones
 * @param longestRetry the longest of them
 * @param lease how long the right to the ingress outlives a process that no longer renews it
 */
record IngressTimes(
        Duration poll,
        Duration slack,
        Duration call,
        Duration pause,
        Duration look,
        Duration trouble,
        Duration retry,
        Duration longestRetry,
        Duration lease) {
    static IngressTimes standard() {
        return new IngressTimes(
                Duration.ofSeconds(50),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofMinutes(30),
                Duration.ofSeconds(30));
    }

    Duration pollDeadline() {
        return poll.plus(slack);
    }
}
