package fi.kumppani.newsletter.mail;

import fi.kumppani.newsletter.dispatch.Work;

/** Whoever sends mails is told of a new one here. */
@FunctionalInterface
public interface MailWaker {

    /** There is a mail to send. */
    void wake(Work mail);
}
