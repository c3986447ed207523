package fi.kumppani.newsletter.mail.persistence;

import fi.kumppani.newsletter.mail.Claim;
import fi.kumppani.newsletter.mail.Mail;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.Past;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/** A mail as it is kept: no address and nothing of what it says. */
record MailDocument(
        String kind,
        String causeId,
        String about,
        Instant queuedAt,
        String state,
        @Nullable String messageId,
        int deferrals,
        int losses,
        @Nullable Instant at,
        @Nullable Instant notBefore,
        @Nullable String claim,
        @Nullable String code,
        @Nullable String onlyOne) {

    static final String QUEUED = "queued";
    static final String SENDING = "sending";
    static final String UNCERTAIN = "uncertain";
    static final String SENT = "sent";
    static final String RESENT = "resent";
    static final String FAILED = "failed";
    static final String DROPPED = "dropped";

    static MailDocument from(Mail mail, @Nullable String onlyOne) {
        return switch (mail) {
            case Mail.Queued(_, _, var notBefore) ->
                    of(mail, QUEUED, null, notBefore, null, null, onlyOne);
            case Mail.Sending(_, _, var claim) ->
                    of(mail, SENDING, claim.until(), null, claim.token(), null, onlyOne);
            case Mail.Uncertain(_, _, var since, var notBefore) ->
                    of(mail, UNCERTAIN, since, notBefore, null, null, onlyOne);
            case Mail.Sent(_, var past, var at) ->
                    of(mail, past.losses() == 0 ? SENT : RESENT, at, null, null, null, onlyOne);
            case Mail.Failed(_, _, var code, var at) ->
                    of(mail, FAILED, at, null, null, code, onlyOne);
            case Mail.Dropped(_, _, var at) -> of(mail, DROPPED, at, null, null, null, onlyOne);
        };
    }

    Mail toDomain(String id) {
        var matter = new Matter(id, MailKind.named(kind).orElseThrow(), causeId, about, queuedAt);
        var past = new Past(messageId, deferrals, losses);
        return switch (state) {
            case QUEUED -> new Mail.Queued(matter, past, needed(notBefore));
            case SENDING -> new Mail.Sending(matter, past, new Claim(needed(claim), needed(at)));
            case UNCERTAIN -> new Mail.Uncertain(matter, past, needed(at), needed(notBefore));
            case SENT, RESENT -> new Mail.Sent(matter, past, needed(at));
            case FAILED -> new Mail.Failed(matter, past, needed(code), needed(at));
            case DROPPED -> new Mail.Dropped(matter, past, needed(at));
            default -> throw new IllegalStateException("No state " + state + " is known");
        };
    }

    private static MailDocument of(
            Mail mail,
            String state,
            @Nullable Instant at,
            @Nullable Instant notBefore,
            @Nullable String claim,
            @Nullable String code,
            @Nullable String onlyOne) {
        Matter matter = mail.matter();
        Past past = mail.past();
        return new MailDocument(
                matter.kind().wireName(),
                matter.causeId(),
                matter.about(),
                matter.queuedAt(),
                state,
                past.messageId(),
                past.deferrals(),
                past.losses(),
                at,
                notBefore,
                claim,
                code,
                onlyOne);
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
