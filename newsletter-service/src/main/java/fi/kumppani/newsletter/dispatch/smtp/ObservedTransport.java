package fi.kumppani.newsletter.dispatch.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPTransport;

import java.io.IOException;

/** An SMTP connection that knows whether the final dot of a letter has gone out. */
final class ObservedTransport extends SMTPTransport {

    private boolean dotSent;

    ObservedTransport(Session session) {
        super(session, null);
    }

    /** Begins with another letter. */
    void beginLetter() {
        dotSent = false;
    }

    /** Whether the server may have the whole letter. */
    boolean isDotSent() {
        return dotSent;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        dotSent = true;
        super.finishData();
    }
}
