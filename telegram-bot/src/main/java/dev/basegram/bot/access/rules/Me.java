package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.airtable.RecordId;
import java.util.Optional;
import java.util.Set;

/**
 * Who «me» is when a rule says «mine».
 *
 * @param personId Telegram's id
 * @param phone verified number as E.164, such as {@code +33612345678}
 * @param record the person's own record in the base
 * @param sent the records that the person made here
 * @param numbers how numbers in the base are read
 */
public record Me(
        long personId, Optional<String> phone, Optional<RecordId> record, Set<RecordId> sent, PhoneNumbers numbers) {
    /** Creates a copy of the set. */
    public Me {
        sent = Set.copyOf(sent);
    }

    /** Tells whether a text means this person: the Telegram id, or the verified phone number however it is spaced. */
    boolean isMeantBy(String text) {
        String said = text.strip();
        return said.equals(Long.toString(personId))
                || phone.filter(number -> numbers.same(number, said)).isPresent();
    }
}
