package fi.kumppani.portal.backend;

import java.util.Locale;

/** The services behind the portal. */
public enum Backend {
    REGISTRY,
    EVENTS,
    GRANTS,
    NEWSLETTER;

    /** Its name in addresses, settings and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
