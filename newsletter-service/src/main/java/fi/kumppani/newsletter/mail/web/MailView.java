package fi.kumppani.newsletter.mail.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.newsletter.mail.Mail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A mail that did not simply arrive.
 *
 * @param id of the mail
 * @param causeId the message that caused it
 * @param kind what it tells
 * @param about the aggregate it is about; absent where the id stands for a person
 * @param state {@code uncertain}: it may have arrived and waits to be sent once more; {@code
 *     resent}: it was; {@code failed}: it will not be delivered
 * @param code why it failed
 * @param at since when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailView(
        String id,
        String causeId,
        String kind,
        @Nullable String about,
        String state,
        @Nullable String code,
        Instant at) {

    static MailView of(Mail mail) {
        return switch (mail) {
            case Mail.Uncertain(_, _, var since, _) -> of(mail, "uncertain", null, since);
            case Mail.Failed(_, _, var code, var at) -> of(mail, "failed", code, at);
            case Mail.Sent(_, var past, var at) ->
                    of(mail, past.losses() == 0 ? "sent" : "resent", null, at);
            case Mail.Dropped(_, _, var at) -> of(mail, "dropped", null, at);
            case Mail.Queued(var matter, _, _) -> of(mail, "queued", null, matter.queuedAt());
            case Mail.Sending(var matter, _, _) -> of(mail, "sending", null, matter.queuedAt());
        };
    }

    private static MailView of(Mail mail, String state, @Nullable String code, Instant at) {
        var matter = mail.matter();
        return new MailView(
                matter.id(),
                matter.causeId(),
                matter.kind().wireName(),
                switch (matter.kind()) {
                    case SUBSCRIPTION_CONFIRMATION -> null;
                    default -> matter.about();
                },
                state,
                code,
                at);
    }
}
