package fi.kumppani.localstack.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody asked of {@code ./run}.
 *
 * @param settings the options that are settings, still as they were written
 */
record RunOptions(
        boolean help, boolean reset, boolean smoke, boolean onlyEngines, List<String> settings) {

    static final String HELP =
            """
            ./run                    starts the whole system and keeps it until Ctrl-C
            ./run --reset            forgets all local data first
            ./run --smoke            starts, walks the main job once, stops; exits 0 when all went well
            ./run --only engines     starts broker, store, identity and mail without the services
            ./run --ports.kafka=19192
                                     any setting; also by environment, as KUMPPANI_PORTS_KAFKA=19192

            KUMPPANI_MONGODB_URI and KUMPPANI_KAFKA name servers to use instead of the own ones.
            """;

    /** Fails with a message for the person who typed them. */
    static RunOptions parse(List<String> arguments) {
        boolean help = false;
        boolean reset = false;
        boolean smoke = false;
        boolean onlyEngines = false;
        List<String> settings = new ArrayList<>();
        var left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--reset" -> reset = true;
                case "--smoke" -> smoke = true;
                case "--only=engines" -> onlyEngines = true;
                case "--only" -> {
                    if (!left.hasNext() || !left.next().equals("engines")) {
                        throw new IllegalArgumentException("--only takes the word engines");
                    }
                    onlyEngines = true;
                }
                default -> {
                    if (!argument.startsWith("--") || !argument.contains("=")) {
                        throw new IllegalArgumentException(
                                "%s is not understood.%n%n%s".formatted(argument, HELP));
                    }
                    settings.add(argument);
                }
            }
        }
        if (smoke && onlyEngines) {
            throw new IllegalArgumentException("--smoke needs the services, --only has none");
        }
        return new RunOptions(help, reset, smoke, onlyEngines, settings);
    }
}
