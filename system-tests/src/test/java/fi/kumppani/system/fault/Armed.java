package fi.kumppani.system.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Whether faults strike yet: from the moment a file says so, each file for one strike. */
public final class Armed {

    /** The system property that names the file. */
    public static final String PROPERTY = "kumppani.fault.armed";

    private Armed() {}

    /** Waits for 20 ms, armed or not. */
    public static void delay() {
        LockSupport.parkNanos(20_000_000);
    }

    /** Halts the process without any farewell, once the fault is armed. */
    public static void haltNow() {
        String file = System.getProperty(PROPERTY);
        if (file != null && Files.exists(Path.of(file))) {
            Runtime.getRuntime().halt(137);
        }
    }
}
