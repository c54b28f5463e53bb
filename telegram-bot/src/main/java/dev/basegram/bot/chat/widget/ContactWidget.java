package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.text.Numbers;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.PersonInput;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers, e-mail and web addresses: checked, since Airtable takes anything. */
@Singleton
final class ContactWidget implements Widget {
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,15}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[^\\s@<>\"(),:;]+\\.[\\p{L}\\p{N}-]{2,}");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

    @Override
    public boolean fits(FieldType type) {
        return switch (type) {
            case FieldType.PhoneNumber _, FieldType.Email _, FieldType.Url _ -> true;
            default -> false;
        };
    }

    @Override
    public Ask ask(Question question) {
        Speech speech = question.speech();
        return switch (question.field().type()) {
            case FieldType.PhoneNumber _ -> new Ask(speech.say(Phrase.ASK_PHONE), List.of(), true);
            case FieldType.Email _ -> Ask.typed(speech.say(Phrase.ASK_EMAIL));
            default -> Ask.typed(speech.say(Phrase.ASK_URL));
        };
    }

    @Override
    public Verdict read(Question question, PersonInput input) throws InterruptedException {
        return input instanceof PersonInput.Contact contact && question.field().type() instanceof FieldType.PhoneNumber
                ? readText(
                        question,
                        contact.phoneNumber().startsWith("+") ? contact.phoneNumber() : "+" + contact.phoneNumber())
                : Widget.super.read(question, input);
    }

    @Override
    public Verdict readText(Question question, String text) {
        Speech speech = question.speech();
        return switch (question.field().type()) {
            case FieldType.PhoneNumber _ -> verdict(phone(text), speech, Phrase.NEED_PHONE);
            case FieldType.Email _ ->
                verdict(
                        EMAIL.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                        speech,
                        Phrase.NEED_EMAIL);
            default -> verdict(url(text), speech, Phrase.NEED_URL);
        };
    }

    private static Verdict verdict(Optional<String> value, Speech speech, Phrase problem) {
        return value.map(text -> Verdict.taken(new CellValue.Text(text)))
                .orElseGet(() -> new Verdict.Refused(speech.say(problem)));
    }

    private static Optional<String> phone(String text) {
        String written = Numbers.westernDigits(text).replaceAll("\\p{Cf}", "").strip();
        String digits =
                written.replaceAll("[\\s().\\-\\u00A0\\u2010-\\u2015]", "").replaceFirst("^00", "+");
        return PHONE.matcher(digits).matches() ? Optional.of(written) : Optional.empty();
    }

    private static Optional<String> url(String text) {
        String full = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(full);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            String host = uri.getHost() == null ? uri.getAuthority() : uri.getHost();
            return web && host != null && HOST.matcher(host).matches() ? Optional.of(full) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
