package fi.kumppani.localstack;

import org.slf4j.bridge.SLF4JBridgeHandler;

import java.nio.file.Path;

/** Where the engines of this JVM log to; to be decided before the first of them is touched. */
public final class Logs {

    private Logs() {}

    /** For a JVM that does nothing but run engines. */
    public static void toConsole() {
        use("logback-console.xml");
    }

    /** For a JVM that has something else to say on its console. */
    public static void toFile(Path file) {
        System.setProperty("kumppani.log", file.toString());
        use("logback-file.xml");
    }

    private static void use(String configuration) {
        System.setProperty("logback.configurationFile", "log/" + configuration);
        // Spring Boot would otherwise set everything up anew when the identity engine starts.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat and GreenMail's mail parser speak to java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
