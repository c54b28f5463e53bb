package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.TokenCheck;
import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.AccessCheck.State;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the check says of the Airtable token: what it can do, and what it lacks for which purpose. */
final class TokenFindings {
    private static final List<Scope> NEEDED = List.of(Scope.READ_SCHEMA, Scope.READ_RECORDS, Scope.WRITE_RECORDS);
    private static final List<Scope> HELPFUL =
            List.of(Scope.MANAGE_WEBHOOKS, Scope.WRITE_SCHEMA, Scope.READ_COMMENTS, Scope.WRITE_COMMENTS);
    private static final Set<String> MAY_WRITE = Set.of("edit", "create");

    private final Speech speech;
    private final String base;

    TokenFindings(Speech speech, String base) {
        this.speech = speech;
        this.base = base;
    }

    List<Finding> of(Answer<TokenCheck.Found> answer) {
        return switch (answer) {
            case Answer.Ok<TokenCheck.Found>(TokenCheck.Found found) -> of(found.check());
            case Answer.Failed<TokenCheck.Found>(AirtableFailure failure) ->
                List.of(Finding.wrong(words(failure), cure(failure)));
        };
    }

    private Html words(AirtableFailure failure) {
        return Html.of(FailureScreen.text(failure, false, speech).plain().replaceFirst("^⚠️ ", ""));
    }

    private Html cure(AirtableFailure failure) {
        return switch (failure) {
            case AirtableFailure.TokenRejected _ -> speech.say(Phrase.SETUP_TOKEN_CURE, tokens());
            case AirtableFailure.BaseNotGranted _ -> speech.say(Phrase.SETUP_BASE_CURE, tokens(), Html.code(base));
            case AirtableFailure.MissingScope missing ->
                speech.say(
                        Phrase.SETUP_SCOPE_CURE,
                        tokens(),
                        Html.code(missing.scope().wire()));
            default -> Html.of(failure.forOperator());
        };
    }

    private List<Finding> of(AccessCheck check) {
        List<Finding> findings = new ArrayList<>();
        if (check.baseName().isEmpty() && check.scopes().get(Scope.READ_SCHEMA) == State.GRANTED) {
            findings.add(Finding.wrong(
                    speech.say(Phrase.FAIL_BASE), speech.say(Phrase.SETUP_BASE_CURE, tokens(), Html.code(base))));
        }
        List<String> can = abilities(check.scopes());
        if (!can.isEmpty()) {
            findings.add(Finding.good(speech.say(Phrase.SETUP_TOKEN_CAN, String.join(", ", can))));
        }
        NEEDED.stream()
                .filter(scope -> check.scopes().get(scope) == State.MISSING)
                .forEach(scope -> findings.add(lacks(check, scope)));
        List<Scope> more = HELPFUL.stream()
                .filter(scope -> check.scopes().get(scope) == State.MISSING)
                .toList();
        more.forEach(scope -> findings.add(Finding.optional(
                speech.say(Phrase.SETUP_LACKS, Html.code(scope.wire()), speech.label(without(scope))),
                scopeCure(scope))));
        return findings;
    }

    /** A user without the right in the base is refused just as a token without the scope: the base's own word tells them apart. */
    private Finding lacks(AccessCheck check, Scope scope) {
        String level = check.permissionLevel();
        return scope == Scope.WRITE_RECORDS && !level.isEmpty() && !MAY_WRITE.contains(level)
                ? Finding.wrong(
                        speech.say(Phrase.SETUP_LEVEL, Html.code(level)),
                        speech.say(Phrase.SETUP_LEVEL_CURE, check.baseName()))
                : Finding.wrong(
                        speech.say(Phrase.SETUP_LACKS, Html.code(scope.wire()), speech.label(without(scope))),
                        scopeCure(scope));
    }

    private Html scopeCure(Scope scope) {
        return speech.say(Phrase.SETUP_SCOPE_CURE, tokens(), Html.code(scope.wire()));
    }

    private List<String> abilities(Map<Scope, State> scopes) {
        List<String> can = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            if (scopes.get(scope) == State.GRANTED && scope != Scope.READ_COMMENTS) {
                can.add(speech.label(ability(scope)));
            }
        }
        return can;
    }

    private static Phrase ability(Scope scope) {
        return switch (scope) {
            case READ_SCHEMA -> Phrase.SETUP_CAN_SCHEMA;
            case READ_RECORDS -> Phrase.SETUP_CAN_READ;
            case WRITE_RECORDS -> Phrase.SETUP_CAN_WRITE;
            case READ_COMMENTS, WRITE_COMMENTS -> Phrase.SETUP_CAN_COMMENT;
            case MANAGE_WEBHOOKS -> Phrase.SETUP_CAN_HEAR;
            case WRITE_SCHEMA -> Phrase.SETUP_CAN_MAKE;
        };
    }

    private static Phrase without(Scope scope) {
        return switch (scope) {
            case READ_SCHEMA -> Phrase.SETUP_NO_SCHEMA;
            case READ_RECORDS -> Phrase.SETUP_NO_READ;
            case WRITE_RECORDS -> Phrase.SETUP_NO_WRITE;
            case READ_COMMENTS, WRITE_COMMENTS -> Phrase.SETUP_NO_COMMENT;
            case MANAGE_WEBHOOKS -> Phrase.SETUP_NO_HEAR;
            case WRITE_SCHEMA -> Phrase.SETUP_NO_MAKE;
        };
    }

    private static Html tokens() {
        return Html.link("airtable.com/create/tokens", "https://airtable.com/create/tokens");
    }
}
