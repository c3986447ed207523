package fi.kumppani.grants.notification.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.notification.Channel;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A notification as it is kept. */
record NotificationDocument(
        @Nullable Integer decision,
        @Nullable Boolean onClaim,
        LocalDate decidedOn,
        List<StatementPart> statements,
        @Nullable List<PastPart> earlier) {

    static NotificationDocument from(Notification notification) {
        return new NotificationDocument(
                notification.decision(),
                notification.onClaim(),
                notification.decidedOn(),
                notification.statements().stream().map(StatementPart::from).toList(),
                notification.earlier().stream().map(PastPart::from).toList());
    }

    Notification toDomain(String id) {
        return new Notification(
                new ApplicationId(id),
                Objects.requireNonNullElse(decision, 1),
                Boolean.TRUE.equals(onClaim),
                decidedOn,
                statements.stream().map(StatementPart::toDomain).toList(),
                Objects.requireNonNullElse(earlier, List.<PastPart>of()).stream()
                        .map(PastPart::toDomain)
                        .toList());
    }

    /** How those concerned were told of an earlier decision. */
    record PastPart(int decision, LocalDate decidedOn, List<StatementPart> statements) {

        static PastPart from(Notification.Past past) {
            return new PastPart(
                    past.decision(),
                    past.decidedOn(),
                    past.statements().stream().map(StatementPart::from).toList());
        }

        Notification.Past toDomain() {
            return new Notification.Past(
                    decision, decidedOn, statements.stream().map(StatementPart::toDomain).toList());
        }
    }

    record StatementPart(
            String kind,
            @Nullable String channel,
            @Nullable LocalDate on,
            @Nullable LocalDate consentedOn,
            String by,
            Instant at) {

        private static final String SENT = "sent";
        private static final String MAILED = "mailed";
        private static final String MAIL_LOST = "mail-lost";
        private static final String RECEIVED = "received";
        private static final String PUBLISHED = "published";

        static StatementPart from(Statement statement) {
            return switch (statement) {
                case Statement.Sent(var channel, var on, var consentedOn, var source) ->
                        new StatementPart(
                                SENT, channel.name(), on, consentedOn, source.by(), source.at());
                case Statement.Mailed(var on, var source) -> of(MAILED, on, source);
                case Statement.MailLost(var source) -> of(MAIL_LOST, null, source);
                case Statement.Received(var on, var source) -> of(RECEIVED, on, source);
                case Statement.Published(var on, var source) -> of(PUBLISHED, on, source);
            };
        }

        private static StatementPart of(
                String kind, @Nullable LocalDate on, Statement.Source source) {
            return new StatementPart(kind, null, on, null, source.by(), source.at());
        }

        Statement toDomain() {
            Statement.Source source = new Statement.Source(by, at);
            return switch (kind) {
                case SENT ->
                        new Statement.Sent(
                                Channel.valueOf(Objects.requireNonNull(channel)),
                                on,
                                consentedOn,
                                source);
                case MAILED -> new Statement.Mailed(Objects.requireNonNull(on), source);
                case MAIL_LOST -> new Statement.MailLost(source);
                case RECEIVED -> new Statement.Received(Objects.requireNonNull(on), source);
                case PUBLISHED -> new Statement.Published(Objects.requireNonNull(on), source);
                default -> throw new IllegalStateException("An unknown statement: " + kind);
            };
        }
    }
}
