package fi.kumppani.localstack.system;

import fi.kumppani.localstack.Ports;

import java.net.URI;

/** A program of the system that runs beside the engines, each in a process of its own. */
public enum Service {
    REGISTRY("registry-service", "registry"),
    EVENTS("events-service", "events"),
    GRANTS("grants-service", "grants"),
    NEWSLETTER("newsletter-service", "newsletter"),
    PORTAL("portal", "portal");

    private final String module;
    private final String setting;

    Service(String module, String setting) {
        this.module = module;
        this.setting = setting;
    }

    /** The Maven module it is built from, and its name on the screen. */
    public String module() {
        return module;
    }

    /** The last word of the setting that moves its port. */
    public String setting() {
        return setting;
    }

    public int port(Ports ports) {
        return switch (this) {
            case REGISTRY -> ports.registry();
            case EVENTS -> ports.events();
            case GRANTS -> ports.grants();
            case NEWSLETTER -> ports.newsletter();
            case PORTAL -> ports.portal();
        };
    }

    /** Where it answers, as seen from this machine. */
    public URI address(Ports ports) {
        return URI.create("http://localhost:" + port(ports));
    }
}
