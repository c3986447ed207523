package fi.kumppani.registry.association;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/**
 * Where the municipality's mail to an association goes: an address of the association as an
 * organisation. It is no public fact, is in no message, and leaves this service only for who keeps
 * the association's data right and when a mail is sent.
 *
 * @param email the address
 * @param language what is read there
 */
public record MailContact(EmailAddress email, Language language) {}
