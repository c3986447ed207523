package fi.kumppani.localstack.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads; everything else goes to the logs. */
final class Screen {

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String text) {
        out.println(text);
    }

    synchronized void ready(String name, Duration took, String where) {
        out.println("  %-20s ready %7s   %s".formatted(name, seconds(took), where));
    }

    synchronized void done(String what, Duration took, String result) {
        out.println("  %-52s %7s   %s".formatted(what, seconds(took), result));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
