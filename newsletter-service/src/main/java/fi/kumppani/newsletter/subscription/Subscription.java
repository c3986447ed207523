package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import java.time.Instant;
import java.util.List;
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
    record Asked(
            Identity identity,
            List<Evidence> past,
            EmailAddress email,
            Language language,
            String textVersion,
            Instant askedAt)
            implements Subscription {

        /** Copies the list. */
        public Asked {
            past = List.copyOf(past);
        }

        /** Somebody asks once more, maybe in another language. */
        public Asked again(Language wanted, String text, Instant now) {
            return new Asked(identity, past, email, wanted, text, now);
        }

        /** Nobody confirmed it in time; the address is forgotten. */
        public Ended lapse() {
            return new Ended(identity, past, askedAt);
        }

        /** The owner of the mailbox pressed the button. */
        public Confirmed confirm(Instant now) {
            return new Confirmed(
                    identity,
                    past,
                    email,
                    language,
                    new Consent(textVersion, askedAt, now),
                    askedAt);
        }
    }

    /** The owner of the mailbox wants it. */
    record Confirmed(
            Identity identity,
            List<Evidence> past,
            EmailAddress email,
            Language language,
            Consent consent,
            Instant askedAt)
            implements Subscription {

        /** Copies the list. */
        public Confirmed {
            past = List.copyOf(past);
        }

        /** Anybody may ask once more; what was confirmed stays as it is. */
        public Confirmed askedInVain(Instant now) {
            return new Confirmed(identity, past, email, language, consent, now);
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
        public Asked again(EmailAddress email, Language language, String text, Instant now) {
            return new Asked(identity.next(), past, email, language, text, now);
        }
    }

    /**
     * A consent (GDPR, article 7): to what, and when.
     *
     * @param textVersion which text was shown
     * @param askedAt when it was asked for
     * @param confirmedAt when the button in the mail was pressed
     */
    record Consent(String textVersion, Instant askedAt, Instant confirmedAt) {}

    /**
     * A consent that is over.
     *
     * @param consent the consent
     * @param endedAt when it was withdrawn
     * @param channel how
     */
    record Evidence(Consent consent, Instant endedAt, String channel) {}
}
