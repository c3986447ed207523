package fi.kumppani.localstack;

import fi.kumppani.localstack.run.Run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.List;

/**
 * Starts the engines named on the command line, or all of them, and keeps them until it is stopped.
 */
public final class LocalStack {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private LocalStack() {}

    /**
     * Takes engine names and {@code --setting=value}, or {@code run} and what {@link Run} takes.
     */
    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            Run.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        Logs.toConsole();
        List<String> names =
                Arrays.stream(arguments).filter(argument -> !argument.startsWith("--")).toList();
        var engines =
                new Engines(
                        LocalStackSettings.from(arguments),
                        names.isEmpty() ? Engines.NAMES : names);
        Runtime.getRuntime().addShutdownHook(new Thread(engines::close, "stop"));
        try {
            engines.start(
                    (engine, took) ->
                            LOG.info(
                                    "{} is ready at {} after {} ms",
                                    engine.name(),
                                    engine.address(),
                                    took.toMillis()));
        } catch (IllegalStateException e) {
            LOG.error("An engine cannot start", e);
            System.exit(1);
        }
    }
}
