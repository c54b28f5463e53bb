package dev.basegram.webhook;

import dev.basegram.common.SharedSecret;
import dev.basegram.common.VariableFormats;
import dev.basegram.common.VariableProblems;
import dev.basegram.common.Variables;
import dev.basegram.common.trace.TraceExport;
import java.util.List;

/** The variables this service reads, by the names the operator knows. */
final class WebhookVariables {
    static final String SECRET = "BASEGRAM_SECRET";

    private static final String SECRET_EXAMPLE = "any-16-or-more-characters";

    private WebhookVariables() {}

    /** Returns what is wrong, a line for each variable; empty when the service can start. */
    static List<String> check(Variables variables) {
        VariableProblems problems = new VariableProblems();
        problems.require(SECRET, variables.raw(SECRET), SECRET_EXAMPLE);
        problems.check(SECRET, variables.raw(SECRET), SharedSecret::parse, SECRET_EXAMPLE);
        problems.check("BOT_URL", variables.raw("BOT_URL"), VariableFormats::webRoot, "http://localhost:8081");
        problems.check(
                "BOT_HOSTPORT",
                variables.raw("BOT_HOSTPORT"),
                text -> VariableFormats.webRoot("http://" + text),
                "telegram-bot:8081");
        problems.check("PORT", variables.raw("PORT"), VariableFormats::port, "8080");
        problems.check("MANAGEMENT_PORT", variables.raw("MANAGEMENT_PORT"), VariableFormats::port, "9080");
        problems.check(
                "LOG_FORMAT",
                variables.raw("LOG_FORMAT"),
                text -> VariableFormats.oneOf(text, List.of("text", "json")),
                "json");
        TraceExport.check(variables, problems);
        return problems.lines();
    }
}
