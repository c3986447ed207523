package fi.kumppani.system.stand;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services taken apart into program and libraries, as they are run in earnest. Straight from the
 * one jar that holds all others they can stand still for good: its class loader locks out virtual
 * threads that it needs to go on (Spring Boot issue 51463).
 */
public final class Unpacked {

    private static final Set<Service> DONE = EnumSet.noneOf(Service.class);

    private Unpacked() {}

    /** Where a service is, taken apart once in the life of this process. */
    public static synchronized Path of(Service service) {
        Path directory = directory(service);
        if (DONE.contains(service)) {
            return directory;
        }
        TestStand.clear(directory);
        JvmProcess tools =
                new JvmProcess(
                        service.module() + "-extract",
                        List.of(
                                "-Djarmode=tools",
                                "-jar",
                                service.jar(TestStand.project()).toString(),
                                "extract",
                                "--force",
                                "--destination",
                                directory.toString()),
                        Map.of(),
                        directory.resolveSibling(service.module() + ".log"));
        tools.start();
        tools.awaitEnd();
        var _ = DONE.add(service);
        return directory;
    }

    /** The program among what is taken apart. */
    static Path program(Service service) {
        return directory(service).resolve(service.jar(TestStand.project()).getFileName());
    }

    private static Path directory(Service service) {
        return TestStand.project().resolve("system-tests/target/apps").resolve(service.module());
    }
}
