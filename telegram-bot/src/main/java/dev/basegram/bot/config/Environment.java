package dev.basegram.bot.config;

import dev.basegram.common.Variables;
import java.util.List;

/** The check of the environment that comes before anything else starts. */
public final class Environment {
    private Environment() {}

    /** Returns what is wrong with the variables, a line each that names the variable, what was wrong and an example. */
    public static List<String> problems(Variables variables) {
        return SettingsReader.problems(variables);
    }
}
