package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mailbox's wish to get a list. It counts once its owner has confirmed it; until then anybody may
 * have asked in their name.
 */
public sealed interface Subscription {

    /** Which it is. */
    Identity identity();

    /** What was agreed before, and how it ended; kept to prove that there was a consent. */
    List<Evidence> past();

    /** When somebody asked last, whatever came of it. */
    Instant askedAt();

    /** Its owner has it erased: neither the address nor any evidence stays. */
    default Ended erase() {
        return new Ended(identity(), List.of(), askedAt());
    }

    /**
     * Which subscription this is.
     *
     * @param id the mailbox on the list
     * @param reference a UUIDv7 that stands for it outside this service
     * @param round counts from 1 how often it began anew; links of another round do not hold
     */
    record Identity(SubscriptionId id, String reference, long round) {

        Identity next() {
            return new Identity(id, reference, round + 1);
        }
    }

    /** Somebody asked for it, and the owner of the mailbox has not yet said so. */
    record Asked(Identity identity, List<Evidence> past, Addressee to, Shown shown, Instant askedAt)
            implements Subscription {

        /** Copies the list. */
        public Asked {
            past = List.copyOf(past);
        }

        /** The address. */
        public EmailAddress email() {
            return to.email();
        }

        /** The language its owner is said to read. */
        public Language language() {
            return to.language();
        }

        /**
         * Somebody asks once more, maybe in another language or for an association. What was mailed
         * before opens it no more: its owner is to confirm what that mail told of, and nothing that
         * somebody put in its place.
         */
        public Asked again(Addressee wanted, Shown text, Instant now) {
            return new Asked(
                    identity.next(),
                    past,
                    new Addressee(
                            to.email(), wanted.language(), wanted.associationId(), wanted.areas()),
                    text,
                    now);
        }

        /** Nobody wants it, or nobody said so in time; the address is forgotten. */
        public Ended lapse() {
            return new Ended(identity, past, askedAt);
        }

        /** The owner of the mailbox pressed the button. */
        public Confirmed confirm(Instant now) {
            return new Confirmed(
                    identity, past, to, new Consent(shown, askedAt, now), null, askedAt);
        }
    }

    /**
     * The owner of the mailbox wants it.
     *
     * @param pausedUntil the day in Finland from which on letters come again; null when they come
     */
    record Confirmed(
            Identity identity,
            List<Evidence> past,
            Addressee to,
            Consent consent,
            @Nullable LocalDate pausedUntil,
            Instant askedAt)
            implements Subscription {

        /** Copies the list. */
        public Confirmed {
            past = List.copyOf(past);
        }

        /** The address. */
        public EmailAddress email() {
            return to.email();
        }

        /** The language its owner reads. */
        public Language language() {
            return to.language();
        }

        /** Whether no letters are wanted on a day in Finland. */
        public boolean isPausedOn(LocalDate day) {
            return pausedUntil != null && day.isBefore(pausedUntil);
        }

        /** Anybody may ask once more; what was confirmed stays as it is. */
        public Confirmed askedInVain(Instant now) {
            return new Confirmed(identity, past, to, consent, pausedUntil, now);
        }

        /** Its owner reads another language or wants a pause. */
        public Confirmed prefer(Language language, @Nullable LocalDate pauseUntil) {
            return prefer(language, pauseUntil, to.areas());
        }

        /** Its owner reads another language, wants a pause or hears of other areas. */
        public Confirmed prefer(
                Language language, @Nullable LocalDate pauseUntil, Set<String> areas) {
            return new Confirmed(
                    identity, past, to.in(language, areas), consent, pauseUntil, askedAt);
        }

        /** The owner of the mailbox leaves; the address is forgotten at once. */
        public Ended leave(Instant now, String channel) {
            List<Evidence> all =
                    Stream.concat(past.stream(), Stream.of(new Evidence(consent, now, channel)))
                            .toList();
            return new Ended(identity, all, askedAt);
        }
    }

    /** Nobody gets the list any more; no address is kept. */
    record Ended(Identity identity, List<Evidence> past, Instant askedAt) implements Subscription {

        /** Copies the list. */
        public Ended {
            past = List.copyOf(past);
        }

        /** Somebody asks for it anew. */
        public Asked again(Addressee to, Shown shown, Instant now) {
            return new Asked(identity.next(), past, to, shown, now);
        }

        /** Whether nothing is kept but that there was something, until that is told. */
        public boolean isErased() {
            return past.isEmpty();
        }
    }

    /**
     * What somebody was shown when they asked.
     *
     * @param textVersion which {@link ConsentText}
     * @param language the language it was in
     * @param source where: the path of the page, or {@code api}
     */
    record Shown(String textVersion, Language language, String source) {}

    /**
     * A consent (GDPR, article 7): to what, and when.
     *
     * @param shown which text was shown, and where
     * @param askedAt when it was asked for
     * @param confirmedAt when its owner said so
     */
    record Consent(Shown shown, Instant askedAt, Instant confirmedAt) {}

    /**
     * A consent that is over.
     *
     * @param consent the consent
     * @param endedAt when it was withdrawn
     * @param channel how
     */
    record Evidence(Consent consent, Instant endedAt, String channel) {}
}
