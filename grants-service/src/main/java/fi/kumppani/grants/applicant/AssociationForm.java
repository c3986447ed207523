package fi.kumppani.grants.applicant;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of community an association is; calls say which kinds may apply. */
public enum AssociationForm {
    REGISTERED_ASSOCIATION,
    UNREGISTERED_GROUP,
    COOPERATIVE,
    FOUNDATION,
    OTHER;

    /**
     * Whether it is a registered body, so that its name is not a person's: an informal group, or
     * what is of another form, may be named after people or be one person's trade.
     */
    public boolean isNamedInPublic() {
        return switch (this) {
            case REGISTERED_ASSOCIATION, COOPERATIVE, FOUNDATION -> true;
            case UNREGISTERED_GROUP, OTHER -> false;
        };
    }

    /** The code in messages and in the API, for example {@code registered-association}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form with this code, if we know it. */
    public static Optional<AssociationForm> ofCode(String code) {
        return Stream.of(values()).filter(form -> form.code().equals(code)).findFirst();
    }
}
