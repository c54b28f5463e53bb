package dev.basegram.bot.access.rules;

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
 */
public record Me(long personId, Optional<String> phone, Optional<RecordId> record, Set<RecordId> sent) {
    /** Creates a copy of the set. */
    public Me {
        sent = Set.copyOf(sent);
    }

    /** Tells whether a text means this person: the Telegram id, or the verified phone number however it is spaced. */
    boolean isMeantBy(String text) {
        String said = text.strip();
        return said.equals(Long.toString(personId))
                || phone.filter(number -> sameNumber(number, said)).isPresent();
    }

    /** Numbers are compared by their digits only where the text is written with its country code. */
    private static boolean sameNumber(String e164, String said) {
        if (!said.startsWith("+") && !said.startsWith("00")) {
            return false;
        }
        String digits = said.replaceAll("[^0-9]", "");
        return e164.equals("+" + (said.startsWith("00") ? digits.substring(2) : digits));
    }
}
