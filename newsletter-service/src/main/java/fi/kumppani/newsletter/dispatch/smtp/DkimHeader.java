package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.letter.DomainSignature;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signs letters for their domain (DKIM, RFC 6376). */
final class DkimHeader {

    private static final String NAME = "DKIM-Signature";
    private static final int BYTES = 32 * 1024;

    /** What a signature covers, where it is there; RFC 8058 wants both about leaving. */
    private static final List<String> COVERED =
            List.of(
                    "From",
                    "Reply-To",
                    "To",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "MIME-Version",
                    "Content-Type",
                    "Content-Language",
                    "Auto-Submitted",
                    "List-Id",
                    "List-Archive",
                    "List-Unsubscribe",
                    "List-Unsubscribe-Post");

    private DkimHeader() {}

    /** Puts the signature into the letter, which must not change any more. */
    static void sign(MimeMessage letter, DomainSignature signature) throws MessagingException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES);
            letter.writeTo(bytes);
            String template =
                    "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;"
                            .formatted(
                                    signature.domain(),
                                    signature.selector(),
                                    String.join(":", covered(letter)));
            String header =
                    new DKIMSigner(template, signature.key())
                            .sign(new ByteArrayInputStream(bytes.toByteArray()));
            letter.setHeader(NAME, header.substring(header.indexOf(':') + 1).strip());
        } catch (IOException | FailException e) {
            throw new MessagingException("The letter cannot be signed", e);
        }
    }

    /** {@code From} once more than it is there, so that nobody can put another one before it. */
    private static List<String> covered(MimeMessage letter) throws MessagingException {
        List<String> names = new ArrayList<>();
        for (String name : COVERED) {
            if (letter.getHeader(name) != null) {
                names.add(name);
            }
        }
        names.add("From");
        return names;
    }
}
