package fi.kumppani.registry.association;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The legal forms the registry tells apart. */
public enum LegalForm {
    REGISTERED_ASSOCIATION,
    UNREGISTERED_GROUP,
    COOPERATIVE,
    FOUNDATION,
    OTHER;

    /** Its name outside, for example {@code registered-association}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form with this name outside, if there is one. */
    public static Optional<LegalForm> ofCode(String code) {
        return Stream.of(values()).filter(form -> form.code().equals(code)).findFirst();
    }
}
