package dev.basegram.bot.access.people;

import java.util.Optional;

/**
 * A person's own phone number, which Telegram vouched for.
 *
 * @param number as E.164
 * @param own the record of the base that it led to
 */
public record VerifiedPhone(String number, Optional<Member.OwnRecord> own) {}
