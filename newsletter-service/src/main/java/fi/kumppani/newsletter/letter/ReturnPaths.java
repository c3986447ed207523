package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.EmailAddress;

import java.util.Optional;

/** Knows where what comes back of the current municipality's letters is received. */
public interface ReturnPaths {

    /** The envelope's sender for a recipient; empty when reports go to the sender of the letter. */
    Optional<EmailAddress> of(EmailAddress to);

    /** Where a mail leaves the list whose link is its subject; empty when none is received. */
    Optional<EmailAddress> leaving();
}
