package fi.kumppani.newsletter.subscription.persistence;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.Subscription.Consent;
import fi.kumppani.newsletter.subscription.Subscription.Evidence;
import fi.kumppani.newsletter.subscription.Subscription.Identity;
import fi.kumppani.newsletter.subscription.Subscription.Shown;
import fi.kumppani.newsletter.subscription.SubscriptionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A subscription as it is kept; the address only while it is wanted or asked for. */
record SubscriptionDocument(
        String reference,
        long round,
        String state,
        @Nullable AddresseeDocument to,
        Instant askedAt,
        @Nullable ShownDocument shown,
        @Nullable ConsentDocument consent,
        @Nullable LocalDate pausedUntil,
        List<PastDocument> past) {

    static final String ASKED = "asked";
    static final String CONFIRMED = "confirmed";
    static final String ENDED = "ended";

    /** It goes as soon as its messages are told. */
    static final String ERASED = "erased";

    /** Whom it is for, as it is kept. */
    record AddresseeDocument(
            String email,
            String language,
            @Nullable String associationId,
            @Nullable List<String> areas) {

        static AddresseeDocument from(Addressee to) {
            return new AddresseeDocument(
                    to.email().value(),
                    to.language().code(),
                    to.associationId(),
                    to.areas().stream().sorted().toList());
        }

        Addressee toDomain() {
            return new Addressee(
                    new EmailAddress(email),
                    Language.ofCode(language),
                    associationId,
                    areas == null ? Set.of() : Set.copyOf(areas));
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "AddresseeDocument[]";
        }
    }

    /** What was shown, as it is kept. */
    record ShownDocument(String textVersion, String language, String source) {

        static ShownDocument from(Shown shown) {
            return new ShownDocument(shown.textVersion(), shown.language().code(), shown.source());
        }

        Shown toDomain() {
            return new Shown(textVersion, Language.ofCode(language), source);
        }
    }

    /** A consent as it is kept. */
    record ConsentDocument(ShownDocument shown, Instant askedAt, Instant confirmedAt) {

        static ConsentDocument from(Consent consent) {
            return new ConsentDocument(
                    ShownDocument.from(consent.shown()), consent.askedAt(), consent.confirmedAt());
        }

        Consent toDomain() {
            return new Consent(shown.toDomain(), askedAt, confirmedAt);
        }
    }

    /** A consent that is over, as it is kept. */
    record PastDocument(ConsentDocument consent, Instant endedAt, String channel) {

        static PastDocument from(Evidence evidence) {
            return new PastDocument(
                    ConsentDocument.from(evidence.consent()),
                    evidence.endedAt(),
                    evidence.channel());
        }

        Evidence toDomain() {
            return new Evidence(consent.toDomain(), endedAt, channel);
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
                            AddresseeDocument.from(asked.to()),
                            asked.askedAt(),
                            ShownDocument.from(asked.shown()),
                            null,
                            null,
                            past);
            case Subscription.Confirmed confirmed ->
                    new SubscriptionDocument(
                            identity.reference(),
                            identity.round(),
                            CONFIRMED,
                            AddresseeDocument.from(confirmed.to()),
                            confirmed.askedAt(),
                            null,
                            ConsentDocument.from(confirmed.consent()),
                            confirmed.pausedUntil(),
                            past);
            case Subscription.Ended ended ->
                    new SubscriptionDocument(
                            identity.reference(),
                            identity.round(),
                            ended.isErased() ? ERASED : ENDED,
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
                            needed(to).toDomain(),
                            needed(shown).toDomain(),
                            askedAt);
            case CONFIRMED ->
                    new Subscription.Confirmed(
                            identity,
                            before,
                            needed(to).toDomain(),
                            needed(consent).toDomain(),
                            pausedUntil,
                            askedAt);
            case ENDED, ERASED -> new Subscription.Ended(identity, before, askedAt);
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
