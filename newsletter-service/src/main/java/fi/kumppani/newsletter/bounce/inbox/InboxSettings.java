package fi.kumppani.newsletter.bounce.inbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * The mailbox to which all mail of the domain of returns comes.
 *
 * @param domain of return paths; absent when none is received
 * @param host of the IMAP server; absent when the mailbox is not read
 * @param port its port
 * @param tls whether the connection is encrypted from its start
 * @param username of the mailbox
 * @param password a secret, from the environment only
 * @param folder what is read; mails that are read are erased from it
 * @param lookEvery how often
 */
@Validated
@ConfigurationProperties("kumppani.returns")
public record InboxSettings(
        @Nullable String domain,
        @Nullable String host,
        @DefaultValue("993") @Min(1) @Max(65535) int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("1m") Duration lookEvery) {

    /** The domain, if one is set. */
    public @Nullable String returnDomain() {
        return domain == null || domain.isBlank() ? null : domain;
    }

    /** Whether there is a mailbox to read. */
    boolean isRead() {
        return host != null && !host.isBlank() && returnDomain() != null;
    }

    @Override
    public String toString() {
        return "InboxSettings[" + host + ":" + port + "]";
    }
}
