package fi.kumppani.system.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Which halting fault strikes: the one that a file names, as long as the file is there. */
public final class Armed {

    /** The system property that names the file. */
    public static final String PROPERTY = "kumppani.fault.armed";

    /** The kind of faults that strike when a method is about to run. */
    public static final String HALT_BEFORE = "halt-before";

    /** The kind of faults that strike when a method has just run. */
    public static final String HALT_AFTER = "halt-after";

    private static final int AS_KILLED = 137;
    private static final int GAVE_UP = 70;

    private Armed() {}

    /** Waits for 20 ms, armed or not. */
    public static void delay() {
        LockSupport.parkNanos(20_000_000);
    }

    /** Halts the process without any farewell, when this fault is armed. */
    public static void haltNow(String kind, String type, String method) {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            return;
        }
        try {
            if (Files.exists(Path.of(file))
                    && Files.readString(Path.of(file)).equals(kind + "=" + type + "#" + method)) {
                Runtime.getRuntime().halt(AS_KILLED);
            }
        } catch (IOException _) {
            // Disarmed in between.
            return;
        }
    }

    /** Ends a process into which a fault could not be brought. */
    static void giveUp(String type, Throwable failure) {
        System.err.println("A fault cannot be brought into " + type + ": " + failure);
        Runtime.getRuntime().halt(GAVE_UP);
    }
}
