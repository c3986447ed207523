package fi.kumppani.newsletter.bounce.report;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Mails as servers and providers write them about letters. */
public final class Returned {

    private Returned() {}

    /** A notification of RFC 3464 about a letter. */
    public static MimeMessage notification(String to, String action, String status) {
        return parse(
                """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                To: %1$s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <20261122.%3$s.%2$s@mx.example.net>
                Date: Sun, 22 Nov 2026 12:00:00 +0200
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                Arrival-Date: Sun, 22 Nov 2026 11:59:00 +0200

                Final-Recipient: rfc822; somebody@example.net
                Action: %2$s
                Status: %3$s
                Diagnostic-Code: smtp; 550 %3$s somebody@example.net

                --b1
                Content-Type: text/rfc822-headers

                Return-Path: <%1$s>
                Message-ID: <issue-1.ref-1@seinajoki.example.org>
                Subject: Kirje
                To: somebody@example.net

                --b1--
                """
                        .formatted(to, action, status));
    }

    /** A complaint of RFC 5965; sent to an address that is not ours to make. */
    public static MimeMessage complaint(String returnPath, String type) {
        return parse(
                """
                From: <feedback@provider.example>
                To: <abuse@returns.example.org>
                Subject: FW: Kirje
                Message-ID: <complaint-%2$s@provider.example>
                Date: Sun, 22 Nov 2026 12:00:00 +0200
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

                --b2
                Content-Type: text/plain; charset=us-ascii

                This is an email abuse report.

                --b2
                Content-Type: message/feedback-report

                Feedback-Type: %2$s
                User-Agent: SomeGenerator/1.0
                Version: 1
                Original-Mail-From: <%1$s>

                --b2
                Content-Type: message/rfc822

                Return-Path: <%1$s>
                Message-ID: <issue-1.ref-1@seinajoki.example.org>
                Subject: Kirje
                From: noreply@seinajoki.example.org
                To: somebody@example.net

                Hei

                --b2--
                """
                        .formatted(returnPath, type));
    }

    /** A mail that a mail program wrote by List-Unsubscribe. */
    public static MimeMessage leaving(String to, String subject) {
        return parse(
                """
                From: Somebody <somebody@example.net>
                To: %s
                Subject: %s
                Message-ID: <leaving@example.net>
                Date: Sun, 22 Nov 2026 12:00:00 +0200

                """
                        .formatted(to, subject));
    }

    /** A mail as it came. */
    public static MimeMessage parse(String mail) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                            mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
