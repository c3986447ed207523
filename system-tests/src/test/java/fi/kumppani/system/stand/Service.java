package fi.kumppani.system.stand;

import java.nio.file.Path;
import java.util.Locale;

/** The programs under test. */
public enum Service {
    REGISTRY("registry-service"),
    EVENTS("events-service"),
    GRANTS("grants-service"),
    NEWSLETTER("newsletter-service"),
    PORTAL("portal");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The Maven module it is built from. */
    public String module() {
        return module;
    }

    /** What it is called in paths and settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path jar(Path project) {
        return project.resolve(module).resolve("target").resolve(module + "-0.1.0-app.jar");
    }
}
