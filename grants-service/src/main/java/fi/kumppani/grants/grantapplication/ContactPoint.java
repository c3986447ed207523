package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/**
 * Whom to write to about an application; leaves this service only when a mail is sent.
 *
 * @param email their address
 * @param language what they read
 */
public record ContactPoint(EmailAddress email, Language language) {}
