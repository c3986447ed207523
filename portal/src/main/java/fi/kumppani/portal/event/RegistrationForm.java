package fi.kumppani.portal.event;

import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in to register.
 *
 * @param name who comes
 * @param email where the confirmation goes
 * @param language what they want to be written to in
 * @param key what makes a form that is sent twice one registration
 */
record RegistrationForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String key) {

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "RegistrationForm[]";
    }
}
