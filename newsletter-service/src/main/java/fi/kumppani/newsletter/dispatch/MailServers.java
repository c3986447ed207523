package fi.kumppani.newsletter.dispatch;

import java.util.Optional;

/** Knows which mail server takes the current municipality's letters. */
public interface MailServers {

    /** Its own, if it has one; the deployment's takes them otherwise. */
    Optional<MailServer> current();
}
