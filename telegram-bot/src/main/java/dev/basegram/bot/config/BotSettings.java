package dev.basegram.bot.config;

import dev.basegram.common.SharedSecret;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checked settings of this bot; a bean that the packages inject.
 *
 * @param secret {@code BASEGRAM_SECRET}; empty only with {@code INGRESS=polling} and no webhook-server
 * @param webhookUrl public root of the webhook-server, without a slash at its end
 * @param ingress the road asked for
 * @param ownerIds people who are owners whatever the base says
 * @param timeZone for people who have not chosen
 * @param language for people who have not chosen, an IETF tag
 * @param phoneCountry the country, by its two letters, that phone numbers without a country code are of; empty where that is open
 */
public record BotSettings(
        Telegram telegram,
        Airtable airtable,
        Optional<SharedSecret> secret,
        Optional<URI> webhookUrl,
        IngressMode ingress,
        Set<Long> ownerIds,
        ZoneId timeZone,
        String language,
        Optional<String> phoneCountry) {

    /** Creates settings that leave the country of phone numbers open. */
    public BotSettings(
            Telegram telegram,
            Airtable airtable,
            Optional<SharedSecret> secret,
            Optional<URI> webhookUrl,
            IngressMode ingress,
            Set<Long> ownerIds,
            ZoneId timeZone,
            String language) {
        this(telegram, airtable, secret, webhookUrl, ingress, ownerIds, timeZone, language, Optional.empty());
    }

    /** Returns every value that must not reach a log. */
    List<String> everythingSecret() {
        return Stream.concat(
                        Stream.of(telegram.token, airtable.token),
                        secret.stream().flatMap(s -> s.everythingSecret().stream()))
                .toList();
    }

    /**
     * The Telegram side.
     *
     * @param token never to be logged
     * @param apiUrl root of the Bot API, without a slash at its end
     */
    public record Telegram(String token, URI apiUrl) {
        /** Returns the bot's own id: the part of its token that is no secret. */
        public long botId() {
            return Long.parseLong(token.substring(0, token.indexOf(':')));
        }

        @Override
        public String toString() {
            return "Telegram[botId=" + botId() + ", apiUrl=" + apiUrl + "]";
        }
    }

    /**
     * The Airtable side.
     *
     * @param token never to be logged
     * @param apiUrl root of the API, without {@code /v0} and without a slash at its end
     * @param contentUrl root of the upload host, likewise
     * @param monthlyCalls the workspace's plan; 0 for no limit
     */
    public record Airtable(String token, String baseId, URI apiUrl, URI contentUrl, long monthlyCalls) {
        @Override
        public String toString() {
            return "Airtable[baseId=" + baseId + ", apiUrl=" + apiUrl + "]";
        }
    }
}
