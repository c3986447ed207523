package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.letter.Wording;
import fi.kumppani.newsletter.letter.Wording.Shared;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Writes wordings in UTF-8 and quoted-printable (RFC 2045, 6.7). What letters share is written once
 * and remembered as long as somebody has it; used by one thread at a time.
 */
final class QuotedPrintable {

    /** What a header calls it. */
    static final String NAME = "quoted-printable";

    private final Map<Shared, byte[]> written = new WeakHashMap<>();

    /** The wording; lines end in CR LF. */
    byte[] of(Wording wording) throws MessagingException {
        byte[] shared = written.get(wording.shared());
        if (shared == null) {
            shared = write(wording.shared().text());
            written.put(wording.shared(), shared);
        }
        byte[] own = write(wording.own());
        byte[] all = new byte[shared.length + own.length];
        System.arraycopy(shared, 0, all, 0, shared.length);
        System.arraycopy(own, 0, all, shared.length, own.length);
        return all;
    }

    private static byte[] write(String text) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 5 / 4);
        try (OutputStream out = MimeUtility.encode(bytes, NAME)) {
            out.write(
                    text.replace("\r\n", "\n")
                            .replace('\r', '\n')
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MessagingException("Bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
