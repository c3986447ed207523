package fi.kumppani.newsletter.subscription.persistence;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.Subscription.Consent;
import fi.kumppani.newsletter.subscription.Subscription.Evidence;
import fi.kumppani.newsletter.subscription.Subscription.Identity;
import fi.kumppani.newsletter.subscription.SubscriptionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A subscription as it is kept; the address only while it is wanted or asked for. */
record SubscriptionDocument(
        String reference,
        long round,
        String state,
        @Nullable String email,
        @Nullable String language,
        Instant askedAt,
        @Nullable String textVersion,
        @Nullable Instant consentAskedAt,
        @Nullable Instant confirmedAt,
        List<PastDocument> past) {

    static final String ASKED = "asked";
    static final String CONFIRMED = "confirmed";
    static final String ENDED = "ended";

    /** A consent that is over, as it is kept. */
    record PastDocument(
            String textVersion,
            Instant askedAt,
            Instant confirmedAt,
            Instant endedAt,
            String channel) {

        static PastDocument from(Evidence evidence) {
            Consent consent = evidence.consent();
            return new PastDocument(
                    consent.textVersion(),
                    consent.askedAt(),
                    consent.confirmedAt(),
                    evidence.endedAt(),
                    evidence.channel());
        }

        Evidence toDomain() {
            return new Evidence(new Consent(textVersion, askedAt, confirmedAt), endedAt, channel);
        }
    }

    static SubscriptionDocument from(Subscription subscription) {
        Identity identity = subscription.identity();
        List<PastDocument> past = subscription.past().stream().map(PastDocument::from).toList();
        return switch (subscription) {
            case Subscription.Asked asked ->
                    new SubscriptionDocument(
                            identity.reference(),
                            identity.round(),
                            ASKED,
                            asked.email().value(),
                            asked.language().code(),
                            asked.askedAt(),
                            asked.textVersion(),
                            null,
                            null,
                            past);
            case Subscription.Confirmed confirmed ->
                    new SubscriptionDocument(
                            identity.reference(),
                            identity.round(),
                            CONFIRMED,
                            confirmed.email().value(),
                            confirmed.language().code(),
                            confirmed.askedAt(),
                            confirmed.consent().textVersion(),
                            confirmed.consent().askedAt(),
                            confirmed.consent().confirmedAt(),
                            past);
            case Subscription.Ended ended ->
                    new SubscriptionDocument(
                            identity.reference(),
                            identity.round(),
                            ENDED,
                            null,
                            null,
                            ended.askedAt(),
                            null,
                            null,
                            null,
                            past);
        };
    }

    Subscription toDomain(SubscriptionId id) {
        var identity = new Identity(id, reference, round);
        List<Evidence> before = past.stream().map(PastDocument::toDomain).toList();
        return switch (state) {
            case ASKED ->
                    new Subscription.Asked(
                            identity,
                            before,
                            new EmailAddress(needed(email)),
                            Language.ofCode(needed(language)),
                            needed(textVersion),
                            askedAt);
            case CONFIRMED ->
                    new Subscription.Confirmed(
                            identity,
                            before,
                            new EmailAddress(needed(email)),
                            Language.ofCode(needed(language)),
                            new Consent(
                                    needed(textVersion),
                                    needed(consentAskedAt),
                                    needed(confirmedAt)),
                            askedAt);
            case ENDED -> new Subscription.Ended(identity, before, askedAt);
            default -> throw new IllegalStateException("No state " + state + " is known");
        };
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SubscriptionDocument[reference=" + reference + "]";
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
