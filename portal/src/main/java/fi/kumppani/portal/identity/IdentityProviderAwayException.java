package fi.kumppani.portal.identity;

/** Nobody can log in just now, as the identity provider does not answer. */
public final class IdentityProviderAwayException extends RuntimeException {

    IdentityProviderAwayException(Throwable cause) {
        super("The identity provider is away", cause);
    }
}
