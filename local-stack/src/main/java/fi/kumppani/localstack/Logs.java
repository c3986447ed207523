package fi.kumppani.localstack;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.util.Objects;

/** What this JVM logs: our own words, and what the libraries find wrong. */
public final class Logs {

    private Logs() {}

    /** To be called first, before a library logs by its own defaults. */
    public static void toConsole() {
        // Spring Boot would otherwise set everything up anew when the identity engine starts.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // Tomcat speaks to java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(
                    Objects.requireNonNull(Logs.class.getResource("/local-stack-logs.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }
}
