package fi.kumppani.grants.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How those concerned were told of a decision; days are those of Europe/Helsinki.
 *
 * @param decision which of the application's decisions, 1 for the first
 * @param channel how the party is told; absent when that was not stated
 * @param mailLost whether the e-mail will never arrive, so that another way is needed
 * @param knownOn the day the party knew, or is presumed to have known
 * @param partyUntil the last day on which the party can claim a revised decision
 * @param membersUntil the last day on which a member of the municipality can
 * @param finalFrom the first day on which nobody can any more
 * @param isFinal whether that day has come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        String applicationId,
        int decision,
        LocalDate decidedOn,
        @Nullable String channel,
        @Nullable LocalDate sentOn,
        boolean mailLost,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate partyUntil,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate membersUntil,
        @Nullable LocalDate finalFrom,
        boolean isFinal,
        List<StatementView> statements) {

    static NotificationView of(Notification notification, LocalDate today) {
        return new NotificationView(
                notification.application().value(),
                notification.decision(),
                notification.decidedOn(),
                notification.sending().map(sent -> sent.channel().code()).orElse(null),
                notification.sentOn().orElse(null),
                notification.mailLost(),
                notification.knownOn().orElse(null),
                notification.partyUntil().orElse(null),
                notification.publishedOn().orElse(null),
                notification.membersUntil().orElse(null),
                notification.finalFrom().orElse(null),
                notification.finalFrom().filter(day -> !day.isAfter(today)).isPresent(),
                notification.statements().stream().map(StatementView::of).toList());
    }

    /**
     * One statement.
     *
     * @param kind {@code sent}, {@code mailed}, {@code mail-lost}, {@code received} or {@code
     *     published}
     * @param on the day it tells of
     * @param statedAt when it was stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatementView(
            String kind,
            @Nullable String channel,
            @Nullable LocalDate on,
            @Nullable LocalDate consentedOn,
            Instant statedAt) {

        static StatementView of(Statement statement) {
            Instant at = statement.source().at();
            return switch (statement) {
                case Statement.Sent(var channel, var on, var consentedOn, _) ->
                        new StatementView("sent", channel.code(), on, consentedOn, at);
                case Statement.Mailed(var on, _) -> new StatementView("mailed", null, on, null, at);
                case Statement.MailLost _ -> new StatementView("mail-lost", null, null, null, at);
                case Statement.Received(var on, _) ->
                        new StatementView("received", null, on, null, at);
                case Statement.Published(var on, _) ->
                        new StatementView("published", null, on, null, at);
            };
        }
    }
}
