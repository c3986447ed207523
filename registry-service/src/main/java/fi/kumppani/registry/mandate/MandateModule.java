package fi.kumppani.registry.mandate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the system in which a person acts for an association. */
public enum MandateModule {
    REGISTRY,
    EVENTS,
    GRANTS,
    NEWSLETTER,
    /** Main use: to give and take the rights of the association, main use among them. */
    ADMINISTRATION;

    /** All names outside, to be told to who wrote another one. */
    public static final String CODES =
            String.join(", ", Stream.of(values()).map(MandateModule::code).toList());

    /** Its name outside, for example {@code grants}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module with this name outside, if there is one. */
    public static Optional<MandateModule> ofCode(String code) {
        return Stream.of(values()).filter(module -> module.code().equals(code)).findFirst();
    }
}
