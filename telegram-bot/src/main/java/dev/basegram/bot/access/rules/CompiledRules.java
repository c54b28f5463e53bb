package dev.basegram.bot.access.rules;

import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.TableId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Compiles rules once for each revision of a rule, or of the field that it goes by. Thread-safe. */
@Singleton
public class CompiledRules {
    private static final int MOST = 2_000;

    private final Map<Source, CompiledRule> compiled = new ConcurrentHashMap<>();

    /** What a compiled rule is made of: while that is the same, so is the rule. */
    private record Source(Rule rule, Optional<FieldType> meansMe) {}

    /** Returns rules compiled, by table. */
    public Map<TableId, CompiledRule> of(Collection<Rule> rules, Optional<Schema> schema) {
        if (compiled.size() > MOST) {
            compiled.clear(); // what is in use is compiled again
        }
        return rules.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Rule::table,
                        rule -> compiled.computeIfAbsent(
                                new Source(rule, CompiledRule.meansMe(rule, schema)),
                                source -> new CompiledRule(source.rule(), source.meansMe()))));
    }
}
