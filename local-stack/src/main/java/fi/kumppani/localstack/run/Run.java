package fi.kumppani.localstack.run;

import fi.kumppani.localstack.LocalStackSettings;
import fi.kumppani.localstack.Logs;

import java.util.List;

/** The main class behind {@code ./run}. */
public final class Run {

    private Run() {}

    /** Exits 0 when everything asked for went well, and else says what did not. */
    public static void main(String... arguments) {
        Logs.toConsole();
        System.exit(run(List.of(arguments), new Screen(System.out)));
    }

    private static int run(List<String> arguments, Screen screen) {
        try {
            var options = RunOptions.parse(arguments);
            if (options.help()) {
                screen.say(RunOptions.HELP);
                return 0;
            }
            var settings = LocalStackSettings.from(options.settings().toArray(String[]::new));
            new WholeSystem(settings, options, screen).run();
            return 0;
        } catch (RunFailure | IllegalArgumentException e) {
            screen.say("");
            screen.say(String.valueOf(e.getMessage()));
            return 1;
        } catch (InterruptedException e) {
            return 1;
        }
    }
}
