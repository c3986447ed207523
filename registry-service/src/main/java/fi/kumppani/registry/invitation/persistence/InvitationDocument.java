package fi.kumppani.registry.invitation.persistence;

import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.Invitee;
import fi.kumppani.registry.invitation.Offer;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.Capacity;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An invitation as it is kept.
 *
 * @param state one of the words below
 * @param email only of an open one
 * @param language only of an open one
 * @param subject only of one that somebody accepted
 */
record InvitationDocument(
        String invitationId,
        String associationId,
        List<String> modules,
        Instant madeAt,
        String madeBy,
        String capacity,
        String state,
        @Nullable Confidential email,
        @Nullable String language,
        @Nullable String subject) {

    static final String OPEN = "open";
    static final String TAKEN = "taken";
    private static final String ACCEPTED = "accepted";
    private static final String WITHDRAWN = "withdrawn";
    private static final String EXPIRED = "expired";

    static InvitationDocument from(Invitation invitation) {
        Offer offer = invitation.offer();
        return switch (invitation) {
            case Invitation.Open(Offer _, Invitee invitee) ->
                    of(
                            offer,
                            OPEN,
                            new Confidential(invitee.email().value()),
                            invitee.language().code(),
                            null);
            case Invitation.Taken taken -> of(offer, TAKEN, null, null, taken.subject());
            case Invitation.Accepted accepted ->
                    of(offer, ACCEPTED, null, null, accepted.subject());
            case Invitation.Withdrawn _ -> of(offer, WITHDRAWN, null, null, null);
            case Invitation.Expired _ -> of(offer, EXPIRED, null, null, null);
        };
    }

    private static InvitationDocument of(
            Offer offer,
            String state,
            @Nullable Confidential email,
            @Nullable String language,
            @Nullable String subject) {
        return new InvitationDocument(
                offer.id(),
                offer.associationId(),
                offer.modules().stream().map(MandateModule::code).toList(),
                offer.made().at(),
                offer.made().by().subject(),
                WireCodes.of(offer.made().by().capacity()),
                state,
                email,
                language,
                subject);
    }

    Invitation toDomain() {
        return switch (state) {
            case OPEN -> toOpen();
            case TAKEN -> new Invitation.Taken(offer(), Objects.requireNonNull(subject));
            case ACCEPTED -> new Invitation.Accepted(offer(), Objects.requireNonNull(subject));
            case WITHDRAWN -> new Invitation.Withdrawn(offer());
            case EXPIRED -> new Invitation.Expired(offer());
            default -> throw new IllegalStateException("No state of an invitation: " + state);
        };
    }

    Invitation.Open toOpen() {
        return new Invitation.Open(
                offer(),
                new Invitee(
                        new EmailAddress(Objects.requireNonNull(email).text()),
                        Language.ofCode(Objects.requireNonNull(language))));
    }

    Offer offer() {
        return new Offer(
                invitationId,
                associationId,
                modules.stream().map(code -> MandateModule.ofCode(code).orElseThrow()).toList(),
                new Mark(
                        madeAt,
                        new Actor(madeBy, WireCodes.read(Capacity.class, capacity).orElseThrow())));
    }
}
