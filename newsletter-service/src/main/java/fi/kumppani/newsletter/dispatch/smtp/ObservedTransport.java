package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.Delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * An SMTP connection that asks before the first byte of a letter goes out, and knows whether its
 * final dot has.
 */
final class ObservedTransport extends SMTPTransport {

    private boolean dotSent;
    private BooleanSupplier stillWanted = () -> true;

    ObservedTransport(Session session) {
        super(session, null);
    }

    /**
     * Begins with another letter.
     *
     * @param wanted asked when the server is ready for its content
     */
    void beginLetter(BooleanSupplier wanted) {
        dotSent = false;
        stillWanted = wanted;
    }

    /** Whether the server may have the whole letter. */
    boolean isDotSent() {
        return dotSent;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        boolean wanted;
        try {
            wanted = stillWanted.getAsBoolean();
        } catch (RuntimeException e) {
            throw new NotBegunException(new Delivery.Deferred("unread"), e);
        }
        if (!wanted) {
            throw new NotBegunException(new Delivery.Unwanted(), null);
        }
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        dotSent = true;
        super.finishData();
    }

    /** No byte of the letter has gone out. */
    static final class NotBegunException extends MessagingException {

        private static final long serialVersionUID = 1L;

        private final transient Delivery delivery;

        NotBegunException(Delivery delivery, @Nullable Exception cause) {
            super("Not begun", cause);
            this.delivery = delivery;
        }

        Delivery delivery() {
            return delivery;
        }
    }
}
