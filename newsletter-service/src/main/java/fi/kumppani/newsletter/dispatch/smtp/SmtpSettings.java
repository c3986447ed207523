package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.newsletter.dispatch.MailServer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;
import java.util.Map;

/**
 * How the mail server is reached and how much is asked of it.
 *
 * @param host its name
 * @param port its port
 * @param ehlo the name we greet with
 * @param username for {@code AUTH}; absent where none is asked
 * @param password a secret, from the environment only
 * @param startTls whether the connection must be encrypted
 * @param connectTimeout for a connection
 * @param readTimeout for each answer
 * @param writeTimeout for each write
 * @param sendLimit for one letter in all; a connection is cut after it
 * @param idleLimit how long an unused connection is kept
 * @param connections the most at once
 * @param perSecond the most letters a second
 * @param domainPerSecond the most of these to the recipients of one domain
 * @param domains the same for domains that want it otherwise
 * @param attempts how often a letter is tried in a row when the server says to try again
 * @param attemptPause before the second of these; doubles
 * @param openFor how long nothing is tried after most of the last tries failed
 * @param letters another server for what nobody waits for, so that what providers think of
 *     newsletters does not touch decisions; absent for the same one
 */
@Validated
@ConfigurationProperties("kumppani.smtp")
record SmtpSettings(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("1025") @Min(1) @Max(65535) int port,
        @DefaultValue("localhost") @NotBlank String ehlo,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("20s") Duration writeTimeout,
        @DefaultValue("30s") Duration sendLimit,
        @DefaultValue("20s") Duration idleLimit,
        @DefaultValue("4") @Min(1) @Max(64) int connections,
        @DefaultValue("100") @Min(1) int perSecond,
        @DefaultValue("50") @Min(1) int domainPerSecond,
        @DefaultValue Map<String, @Min(1) Integer> domains,
        @DefaultValue("2") @Min(1) @Max(5) int attempts,
        @DefaultValue("500ms") Duration attemptPause,
        @DefaultValue("5s") Duration openFor,
        @Nullable @Valid LettersServer letters) {

    /**
     * A server of the deployment for newsletters.
     *
     * @param host its name
     * @param port its port
     * @param username for {@code AUTH}; absent where none is asked
     * @param password a secret, from the environment only
     * @param startTls whether the connection must be encrypted
     */
    record LettersServer(
            @NotBlank String host,
            @DefaultValue("1025") @Min(1) @Max(65535) int port,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("false") boolean startTls) {

        @Override
        public String toString() {
            return "LettersServer[" + host + ":" + port + "]";
        }
    }

    /** Whether we must say who we are. */
    boolean asksForName() {
        return username != null && !username.isBlank();
    }

    /** The same patience with a municipality's own server. */
    SmtpSettings with(MailServer server) {
        return at(server.host(), server.port(), server.username(), server.password(), true);
    }

    /** The same patience with the server for newsletters; null when there is none. */
    @Nullable SmtpSettings ofLetters() {
        return letters == null
                ? null
                : at(
                        letters.host(),
                        letters.port(),
                        letters.username(),
                        letters.password(),
                        letters.startTls());
    }

    private SmtpSettings at(
            String server,
            int itsPort,
            @Nullable String itsUsername,
            @Nullable String itsPassword,
            boolean encrypted) {
        return new SmtpSettings(
                server,
                itsPort,
                ehlo,
                itsUsername,
                itsPassword,
                encrypted,
                connectTimeout,
                readTimeout,
                writeTimeout,
                sendLimit,
                idleLimit,
                connections,
                perSecond,
                domainPerSecond,
                domains,
                attempts,
                attemptPause,
                openFor,
                null);
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
