package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.Delivery;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One try to hand a letter over.
 *
 * @param delivery what became of the letter
 * @param fault whether it shows that the server is not well, whatever the letter
 * @param again whether another try at once may do better
 */
record Attempt(Delivery delivery, boolean fault, boolean again) {

    private static final int SERVICE_NOT_AVAILABLE = 421;
    private static final Pattern STATUS =
            Pattern.compile("^5[0-9]{2}[ -](5\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");

    static Attempt accepted() {
        return new Attempt(new Delivery.Accepted(), false, false);
    }

    /** The connection could not be made; the letter has not been shown to anybody. */
    static Attempt notConnected() {
        return new Attempt(new Delivery.Deferred("connection"), true, false);
    }

    /** We did not begin with it; the server is well. */
    static Attempt notBegun(Delivery delivery) {
        return new Attempt(delivery, false, false);
    }

    /** The letter cannot be put into MIME. */
    static Attempt unsendable() {
        return new Attempt(new Delivery.Refused("unsendable"), false, false);
    }

    /**
     * Reads a failure.
     *
     * @param dotSent whether the server may have the whole letter
     * @param fresh whether the connection was made for this letter; one that was kept may have been
     *     closed by the server in the meantime, which is no fault
     */
    static Attempt failed(MessagingException failure, boolean dotSent, boolean fresh) {
        List<Exception> chain = chain(failure);
        int code = codeOf(chain);
        if (code < 0) {
            return dotSent
                    ? new Attempt(new Delivery.Lost(), true, false)
                    : new Attempt(new Delivery.Deferred("connection"), fresh, true);
        }
        if (code == SERVICE_NOT_AVAILABLE) {
            return new Attempt(new Delivery.Deferred(String.valueOf(code)), true, true);
        }
        boolean aboutUs = chain.stream().anyMatch(SMTPSenderFailedException.class::isInstance);
        if (code >= 500 && !aboutUs) {
            return new Attempt(
                    new Delivery.Refused(String.valueOf(code), statusOf(chain)), false, false);
        }
        return new Attempt(new Delivery.Deferred(String.valueOf(code)), false, !aboutUs);
    }

    /** What the server answered; negative when it did not. */
    private static int codeOf(List<Exception> chain) {
        int code = -1;
        for (Exception each : chain) {
            switch (each) {
                case SMTPAddressFailedException refused -> {
                    return refused.getReturnCode();
                }
                case SMTPSenderFailedException refused -> {
                    return refused.getReturnCode();
                }
                case SMTPSendFailedException refused -> code = refused.getReturnCode();
                case IOException _ -> {
                    return -1;
                }
                default -> {}
            }
        }
        return code >= 400 ? code : -1;
    }

    /** Why, in the words of the server (RFC 2034); empty when it does not say. */
    private static String statusOf(List<Exception> chain) {
        return chain.stream()
                .filter(
                        each ->
                                each instanceof SMTPAddressFailedException
                                        || each instanceof SMTPSendFailedException)
                .map(each -> STATUS.matcher(String.valueOf(each.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static List<Exception> chain(MessagingException failure) {
        List<Exception> chain = new ArrayList<>();
        Exception next = failure;
        while (next != null && chain.size() < 20) {
            chain.add(next);
            next = next instanceof MessagingException e ? e.getNextException() : null;
        }
        return chain;
    }
}
