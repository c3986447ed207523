package fi.kumppani.newsletter.subscription.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.ManageSubscriptions.Entry;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.Subscription.Consent;
import fi.kumppani.newsletter.subscription.Subscription.Evidence;
import fi.kumppani.newsletter.subscription.Subscription.Shown;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of a mailbox on one list, to prove what was agreed to (GDPR, article 7) and to
 * be taken away (articles 15 and 20).
 *
 * @param state {@code asked}, {@code confirmed} or {@code ended}
 * @param email absent when it ended, as no address is kept then
 * @param areas codes of the areas they want to hear of; empty for the whole municipality
 * @param askedAt when somebody asked last
 * @param pausedUntil the day from which on letters come again
 * @param consents what was agreed to, the oldest first; only the last one may still hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProofView(
        String listId,
        LocalizedText name,
        String state,
        @Nullable String email,
        @Nullable String language,
        @Nullable String associationId,
        @Nullable List<String> areas,
        Instant askedAt,
        @Nullable LocalDate pausedUntil,
        List<ConsentProof> consents) {

    /**
     * One consent.
     *
     * @param textVersion which text was shown
     * @param text that text, with the name of the controller as it is now
     * @param source the path of the page it was on, or {@code api}
     * @param askedAt when it was asked for
     * @param confirmedAt when its owner said so
     * @param endedAt when it was withdrawn; absent while it holds
     * @param channel how it was withdrawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentProof(
            String textVersion,
            LocalizedText.Told text,
            String source,
            Instant askedAt,
            Instant confirmedAt,
            @Nullable Instant endedAt,
            @Nullable String channel) {

        static ConsentProof of(Evidence evidence, Senders senders) {
            return of(evidence.consent(), evidence.endedAt(), evidence.channel(), senders);
        }

        static ConsentProof of(
                Consent consent,
                @Nullable Instant endedAt,
                @Nullable String channel,
                Senders senders) {
            Shown shown = consent.shown();
            String controller = senders.of(shown.language()).name();
            return new ConsentProof(
                    shown.textVersion(),
                    new LocalizedText.Told(
                            ConsentText.of(shown.textVersion(), shown.language(), controller),
                            shown.language()),
                    shown.source(),
                    consent.askedAt(),
                    consent.confirmedAt(),
                    endedAt,
                    channel);
        }
    }

    /** What is known on each of the lists; nothing of those of which nothing is. */
    static List<ProofView> of(List<Entry> entries, Senders senders) {
        List<ProofView> proofs = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.subscription() != null) {
                proofs.add(of(entry.list(), entry.subscription(), senders));
            }
        }
        return proofs;
    }

    private static ProofView of(NewsletterList list, Subscription subscription, Senders senders) {
        List<ConsentProof> consents =
                new ArrayList<>(
                        subscription.past().stream()
                                .map(past -> ConsentProof.of(past, senders))
                                .toList());
        return switch (subscription) {
            case Subscription.Asked asked -> of(list, asked, "asked", asked.to(), null, consents);
            case Subscription.Confirmed in -> {
                consents.add(ConsentProof.of(in.consent(), null, null, senders));
                yield of(list, in, "confirmed", in.to(), in.pausedUntil(), consents);
            }
            case Subscription.Ended ended -> of(list, ended, "ended", null, null, consents);
        };
    }

    private static ProofView of(
            NewsletterList list,
            Subscription subscription,
            String state,
            @Nullable Addressee to,
            @Nullable LocalDate pausedUntil,
            List<ConsentProof> consents) {
        return new ProofView(
                list.id(),
                list.name(),
                state,
                to == null ? null : to.email().value(),
                to == null ? null : to.language().code(),
                to == null ? null : to.associationId(),
                to == null ? null : to.areas().stream().sorted().toList(),
                subscription.askedAt(),
                pausedUntil,
                consents);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "ProofView[]";
    }
}
