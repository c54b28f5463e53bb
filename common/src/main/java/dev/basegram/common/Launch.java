package dev.basegram.common;

import dev.basegram.common.trace.TraceExport;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;

/**
 * Starts a service the way an operator expects: with a wrong variable it stops at once and says so, a line for each; and
 * SIGTERM, the normal end of a service, ends in exit code 0 after the work in flight.
 */
public final class Launch {
    /** The exit code of a start that a variable stopped. */
    public static final int WRONG_VARIABLE = 2;

    private static volatile boolean stopAsked;

    private Launch() {}

    /**
     * Checks the variables, then runs the application until it is told to stop. Call it from {@code main}: it may end the JVM.
     *
     * @param service the name under which its traces are found
     * @param check returns what is wrong with the variables, a line each
     */
    @SuppressWarnings("SystemOut") // no log yet, and the operator reads this line
    public static void launch(String service, Function<Variables, List<String>> check, String... args) {
        Variables variables = Variables.ofProcess();
        List<String> problems = check.apply(variables);
        if (problems.isEmpty()) {
            TraceExport.startIfAsked(variables, service);
            stopInOrderOnSigterm();
            Quarkus.run(args);
        } else {
            problems.forEach(System.err::println);
            System.exit(WRONG_VARIABLE);
        }
    }

    /**
     * Stops a start that has already begun: says why on standard error and asks for the exit, since Quarkus alone would wait for
     * ever after this exception.
     *
     * @param line why, and what to do
     * @return what the caller throws, so that nothing further starts
     */
    @SuppressWarnings("SystemOut") // as above
    public static PreventFurtherStepsException refuse(String line) {
        System.err.println(line);
        Quarkus.asyncExit(1);
        return new PreventFurtherStepsException(line, 1);
    }

    /** Stops what was told to stop before Quarkus began to start, which forgets it: it looks for a stop from then on only. */
    static void stopIfAsked() {
        if (stopAsked) {
            Quarkus.asyncExit(0);
        }
    }

    /**
     * The default for SIGTERM is code 143 whatever the hooks do. By reflection, since javac has no way to accept the one
     * class that can change it; the native image learns of it from META-INF/native-image.
     */
    private static void stopInOrderOnSigterm() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object stop = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, values) -> {
                        if (method.getName().equals("handle")) {
                            stopAsked = true;
                            Quarkus.asyncExit(0);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), stop);
        } catch (ReflectiveOperationException | IllegalArgumentException _) {
            // A runtime without the class, or with -Xrs: the stop is as orderly, only its code is 143.
        }
    }
}
