package fi.kumppani.localstack.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of one mail, found wherever its sender nested them. */
final class MailContent {

    private final MimeMessage message;
    private final List<Part> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    MailContent(MimeMessage message) {
        this.message = message;
        try {
            collect(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail cannot be read", e);
        }
    }

    @Nullable String text() {
        return text;
    }

    @Nullable String html() {
        return html;
    }

    List<Part> attachments() {
        return attachments;
    }

    /** Decoded values by name, in the order they were sent. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        try {
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(MailSummary.decoded(header.getValue()));
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail cannot be read", e);
        }
        return headers;
    }

    static String nameOf(Part attachment) {
        try {
            String name = attachment.getFileName();
            return name == null ? attachment.getContentType() : MailSummary.decoded(name);
        } catch (MessagingException e) {
            return "attachment";
        }
    }

    private void collect(Part part) throws MessagingException, IOException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (!attached && text == null && part.isMimeType("text/plain")) {
            text = String.valueOf(part.getContent());
        } else if (!attached && html == null && part.isMimeType("text/html")) {
            html = String.valueOf(part.getContent());
        } else {
            attachments.add(part);
        }
    }
}
