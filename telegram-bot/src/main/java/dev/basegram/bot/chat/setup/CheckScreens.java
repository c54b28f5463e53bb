package dev.basegram.bot.chat.setup;

import dev.basegram.bot.access.RuleBook;
import dev.basegram.bot.access.TokenCheck;
import dev.basegram.bot.access.tables.RowProblem;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The first screen of set-up: what works, what does not, and what exactly to do about it. */
@Singleton
class CheckScreens {
    private static final int MOST_TABLES = 12;
    private static final int MOST_PROBLEMS = 5;

    private final BotIdentity identity;
    private final IntakeProbe intake;
    private final TokenCheck token;
    private final RuleBook book;
    private final String base;

    CheckScreens(BotIdentity identity, IntakeProbe intake, TokenCheck token, RuleBook book, BotSettings settings) {
        this.identity = identity;
        this.intake = intake;
        this.token = token;
        this.book = book;
        this.base = settings.airtable().baseId();
    }

    /** Shows the check; what the token may do is remembered for some minutes unless it is to be tried anew. */
    Reply show(Turn turn, boolean anew) throws InterruptedException {
        Speech speech = turn.speech();
        Answer<TokenCheck.Found> found = token.look(turn.personId(), anew);
        Answer<RuleBook.Page> page = book.read(turn.personId());
        List<Finding> findings = findings(turn, found, page);
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.SETUP_TITLE), Html.EMPTY));
        findings.forEach(finding -> lines.add(finding.line()));
        page.found().ifPresent(read -> lines.add(tables(read.tables(), speech)));
        found.found()
                .ifPresent(known -> lines.add(
                        speech.say(Phrase.SETUP_CHECKED, speech.dates().recent(known.at(), turn.now()))
                                .styled(Html.Style.ITALIC)));
        return Reply.show(Screen.with(Html.join("\n", lines))
                .row(firstRow(findings, speech))
                .row(
                        SetupPress.of(SetupPress.Kind.TABLES).button(speech.label(Phrase.SETUP_TABLES_BUTTON)),
                        SetupPress.of(SetupPress.Kind.WHO).button(speech.label(Phrase.SETUP_WHO_BUTTON)))
                .row(
                        SetupPress.of(SetupPress.Kind.LANGUAGE).button(speech.label(Phrase.SETUP_LANGUAGE_BUTTON)),
                        SetupPress.of(SetupPress.Kind.DONE).button(speech.label(Phrase.DONE_BUTTON)))
                .build());
    }

    private static List<Button> firstRow(List<Finding> findings, Speech speech) {
        List<Button> row = new ArrayList<>();
        if (findings.stream().anyMatch(Finding::hasCure)) {
            row.add(SetupPress.of(SetupPress.Kind.FIX).button(speech.label(Phrase.SETUP_FIX_BUTTON)));
        }
        row.add(SetupPress.of(SetupPress.Kind.CHECK_AGAIN).button(speech.label(Phrase.SETUP_AGAIN_BUTTON)));
        return row;
    }

    private List<Finding> findings(Turn turn, Answer<TokenCheck.Found> found, Answer<RuleBook.Page> page)
            throws InterruptedException {
        Speech speech = turn.speech();
        List<Finding> findings = new ArrayList<>(TelegramFindings.of(identity.ask(), intake.look(), speech));
        findings.addAll(new TokenFindings(speech, base).of(found));
        page.found().ifPresent(read -> findings.addAll(rules(read, speech)));
        return findings;
    }

    private static List<Finding> rules(RuleBook.Page page, Speech speech) {
        List<Finding> findings = new ArrayList<>();
        Html where = page.inBase()
                .map(held -> speech.say(Phrase.SETUP_RULES_BASE, held.table().name()))
                .orElseGet(() -> speech.say(Phrase.SETUP_RULES_STORE));
        findings.add(
                page.rules().isEmpty()
                        ? Finding.optional(speech.say(Phrase.SETUP_RULES_NONE), Html.EMPTY)
                        : Finding.good(where));
        if (!page.problems().isEmpty()) {
            findings.add(Finding.wrong(
                    speech.say(Phrase.SETUP_ROWS_WRONG, page.problems().size()), problems(page.problems())));
        }
        return findings;
    }

    private static Html problems(List<RowProblem> problems) {
        return Html.join(
                "\n",
                problems.stream()
                        .limit(MOST_PROBLEMS)
                        .map(problem -> Html.of("• " + problem.table() + " ")
                                .plus(Html.code(problem.record().value()))
                                .plus(": " + problem.wrong()))
                        .toList());
    }

    private static Html tables(List<Table> tables, Speech speech) {
        String names = tables.stream()
                .limit(MOST_TABLES)
                .map(table -> "%s (%s)"
                        .formatted(
                                table.name(),
                                speech.label(Phrase.SETUP_FIELDS, table.fields().size())))
                .collect(Collectors.joining(" · "));
        String more = tables.size() > MOST_TABLES ? " …" : "";
        return speech.say(Phrase.SETUP_TABLES, names + more);
    }

    /** Shows, for each thing that is wrong, what exactly to do. */
    Reply fixes(Turn turn) throws InterruptedException {
        Speech speech = turn.speech();
        List<Html> parts = findings(turn, token.look(turn.personId(), false), book.read(turn.personId())).stream()
                .filter(Finding::hasCure)
                .map(finding -> Html.lines(finding.line().styled(Html.Style.BOLD), finding.cure()))
                .toList();
        Html text = parts.isEmpty() ? speech.say(Phrase.SETUP_NOTHING_WRONG) : Html.join("\n\n", parts);
        return Reply.show(Screen.with(text)
                .row(
                        SetupPress.of(SetupPress.Kind.CHECK_AGAIN).button(speech.label(Phrase.SETUP_AGAIN_BUTTON)),
                        SetupPress.of(SetupPress.Kind.CHECK).button("◀ " + speech.label(Phrase.BACK_BUTTON)))
                .build());
    }
}
