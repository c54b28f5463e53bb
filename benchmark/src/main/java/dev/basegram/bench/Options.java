package dev.basegram.bench;

import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param benchmark what to measure, such as {@code intake}
 * @param rounds how often each system is measured
 * @param quick whether phases are short
 * @param profile whether our own JVMs record a profile
 * @param seed of the updates
 * @param chats how many people write
 * @param only the systems to measure; empty for all
 */
record Options(String benchmark, int rounds, boolean quick, boolean profile, long seed, int chats, Set<String> only) {
    static Options parse(List<String> arguments) {
        String benchmark = arguments.isEmpty() ? "intake" : arguments.getFirst();
        int rounds = 1;
        boolean quick = false;
        boolean profile = false;
        long seed = 1;
        int chats = 10_000;
        Set<String> only = Set.of();
        for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            String[] option = argument.split("=", 2);
            String value = option.length == 2 ? option[1] : "";
            switch (option[0]) {
                case "--rounds" -> rounds = positive(option[0], value);
                case "--seed" -> seed = positive(option[0], value);
                case "--chats" -> chats = positive(option[0], value);
                case "--only" -> only = Set.of(value.split(","));
                case "--quick" -> quick = true;
                case "--profile" -> profile = true;
                default -> throw new IllegalArgumentException("unknown option " + argument + "; see ./bench --help");
            }
        }
        return new Options(benchmark, rounds, quick, profile, seed, chats, only);
    }

    private static int positive(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, like a number that is too small
        }
        throw new IllegalArgumentException(option + " needs a number above 0, such as " + option + "=3");
    }

    boolean wants(String system) {
        return only.isEmpty() || only.contains(system);
    }
}
