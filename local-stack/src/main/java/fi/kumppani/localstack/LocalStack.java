package fi.kumppani.localstack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.List;

/**
 * Starts the engines named on the command line, or all of them, and keeps them until it is stopped.
 */
public final class LocalStack {

    static {
        Logs.toConsole();
    }

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private LocalStack() {}

    /** Takes engine names and {@code --setting=value}. */
    public static void main(String... arguments) throws InterruptedException {
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
