package fi.kumppani.newsletter.bounce.report;

import fi.kumppani.newsletter.bounce.Bounce;
import fi.kumppani.newsletter.bounce.Bounce.Kind;
import fi.kumppani.newsletter.bounce.SignedReturnPaths;
import fi.kumppani.newsletter.bounce.SignedReturnPaths.Path;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a delivery status notification (RFC 3464), a complaint (ARF, RFC 5965) or a departure by
 * mail. Whom it is about is said by the return path alone, which only we can sign: what else a mail
 * says of addresses is not believed.
 */
public final class ReadReport {

    private static final Pattern LEAVING =
            Pattern.compile("leave-([0-9]{3})@", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,512}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<?([^<>@\\s]+)@[^<>@\\s]+>?");
    private static final List<String> DELIVERED_TO =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "To");
    private static final int LONGEST_FIELDS = 64 * 1024;

    private final SignedReturnPaths paths;

    /**
     * @param paths knows whose each return path is
     */
    public ReadReport(SignedReturnPaths paths) {
        this.paths = paths;
    }

    /** Reads a mail; what cannot be read is {@link Report.Unreadable}. */
    public Report read(MimeMessage mail) {
        try {
            Optional<Report> departure = departure(mail);
            if (departure.isPresent()) {
                return departure.get();
            }
            return parts(mail)
                    .flatMap(parts -> report(mail, parts))
                    .orElseGet(Report.Unreadable::new);
        } catch (MessagingException | IOException e) {
            return new Report.Unreadable();
        }
    }

    private static Optional<Report> departure(MimeMessage mail) throws MessagingException {
        String subject = mail.getSubject();
        Matcher token = TOKEN.matcher(subject == null ? "" : subject);
        for (String to : values(mail, DELIVERED_TO)) {
            Matcher leaving = LEAVING.matcher(to);
            if (leaving.find() && token.find()) {
                return Optional.of(new Report.Departure(leaving.group(1), token.group()));
            }
        }
        return Optional.empty();
    }

    /** The parts of a report, as its type names them. */
    private record Parts(
            @Nullable DeliveryStatus status,
            @Nullable InternetHeaders feedback,
            @Nullable InternetHeaders letter) {}

    private static Optional<Parts> parts(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        MimeMultipart all = new MimeMultipart(mail.getDataHandler().getDataSource());
        DeliveryStatus status = null;
        InternetHeaders feedback = null;
        InternetHeaders letter = null;
        for (int i = 0; i < all.getCount(); i++) {
            BodyPart part = all.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status = new DeliveryStatus(part.getInputStream());
            } else if (part.isMimeType("message/feedback-report")) {
                feedback = new InternetHeaders(part.getInputStream());
            } else if (isLetter(part) && part.getSize() <= LONGEST_FIELDS) {
                letter = new InternetHeaders(part.getInputStream());
            }
        }
        return Optional.of(new Parts(status, feedback, letter));
    }

    private static boolean isLetter(Part part) throws MessagingException {
        return part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers");
    }

    private Optional<Report> report(MimeMessage mail, Parts parts) {
        try {
            Optional<Path> path = path(mail, parts);
            Optional<Kind> kind = kind(parts);
            return path.isEmpty() || kind.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Report.OfLetter(
                                    path.get(),
                                    new Bounce(id(mail), kind.get(), letterId(parts.letter()))));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> path(MimeMessage mail, Parts parts) throws MessagingException {
        List<String> candidates = new ArrayList<>(values(mail, DELIVERED_TO));
        candidates.addAll(values(parts.feedback(), "Original-Mail-From"));
        candidates.addAll(values(parts.letter(), "Return-Path"));
        return candidates.stream()
                .map(address -> address.replaceAll("^.*<|>.*$", ""))
                .flatMap(address -> paths.read(address).stream())
                .findFirst();
    }

    /** What the report says; nothing when it only tells of a delay. */
    private static Optional<Kind> kind(Parts parts) {
        if (parts.feedback() != null) {
            return values(parts.feedback(), "Feedback-Type").stream()
                            .anyMatch(type -> type.strip().equalsIgnoreCase("not-spam"))
                    ? Optional.empty()
                    : Optional.of(Kind.COMPLAINT);
        }
        DeliveryStatus status = parts.status();
        if (status == null || status.getRecipientDSNCount() == 0) {
            return Optional.empty();
        }
        InternetHeaders recipient = status.getRecipientDSN(0);
        String action =
                values(recipient, "Action").stream()
                        .findFirst()
                        .orElse("")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return switch (action) {
            case "failed" ->
                    Optional.of(
                            notDelivered(
                                    values(recipient, "Status").stream().findFirst().orElse("")));
            case "delivered" -> Optional.of(Kind.DELIVERED);
            default -> Optional.empty();
        };
    }

    /** A report that contradicts itself is not believed to be of a delivery. */
    private static Kind notDelivered(String status) {
        Kind kind = Bounce.ofStatus(status);
        return kind == Kind.DELIVERED ? Kind.SOFT : kind;
    }

    private static @Nullable String letterId(@Nullable InternetHeaders letter) {
        return values(letter, "Message-ID").stream()
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    /** The same whenever the same mail is read, in any instance. */
    private static String id(MimeMessage mail) throws MessagingException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("Message-ID", "Date", "To", "From", "Subject")) {
            all.append(String.join(",", values(mail, List.of(name)))).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static List<String> values(MimeMessage mail, List<String> names)
            throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            String[] values = mail.getHeader(name);
            if (values != null) {
                found.addAll(List.of(values));
            }
        }
        return found;
    }

    private static List<String> values(@Nullable InternetHeaders headers, String name) {
        if (headers == null) {
            return List.of();
        }
        return Collections.list(headers.getMatchingHeaders(new String[] {name})).stream()
                .map(Header::getValue)
                .toList();
    }
}
