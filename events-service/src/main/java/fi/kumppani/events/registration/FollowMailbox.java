package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventListing;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.ListedEvent;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a mailbox its events of all municipalities. No list of anybody's events is kept for it: the
 * link names one registration, whose address is compared, as a fingerprint of its own for each
 * event, with who registered for the events that are to come or were not long ago. When that
 * registration is erased, the link is of no use any more.
 */
@Service
public class FollowMailbox {

    private static final String FOLLOW = "registration.calendar";
    private static final Duration LINK = Duration.ofDays(400);
    private static final Duration NOT_LONG = Duration.ofDays(60);
    private static final int AT_ONCE = 500;

    private final SeeRegistrations seeRegistrations;
    private final Registrations registrations;
    private final Mailboxes mailboxes;
    private final Fingerprints fingerprints;
    private final Events events;
    private final EventListing listing;
    private final LinkSigner signer;
    private final Clock clock;

    FollowMailbox(
            SeeRegistrations seeRegistrations,
            Registrations registrations,
            Mailboxes mailboxes,
            Fingerprints fingerprints,
            Events events,
            EventListing listing,
            LinkSigner signer,
            Clock clock) {
        this.seeRegistrations = seeRegistrations;
        this.registrations = registrations;
        this.mailboxes = mailboxes;
        this.fingerprints = fingerprints;
        this.events = events;
        this.listing = listing;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * An event the mailbox has a registration for.
     *
     * @param municipality whose event it is
     * @param registration one that still holds
     */
    public record Followed(
            Event event, MunicipalityCode municipality, Registration.Live registration) {}

    /**
     * A token for the calendar of whoever made the registration, good for 400 days; to be sent to
     * their address alone.
     */
    public String mint(Registration registration) {
        return signer.mint(
                FOLLOW,
                registration.id().toString(),
                registration.particulars().linkGeneration(),
                clock.instant().plus(LINK));
    }

    /** The events of the mailbox in the order of time; empty when the token opens nothing. */
    public Optional<List<Followed>> follow(RegistrationId id, String token) {
        return owner(id, token).map(this::follow);
    }

    private Optional<EmailAddress> owner(RegistrationId id, String token) {
        if (!(signer.verify(token, FOLLOW, clock.instant())
                        instanceof SignedLink.Valid(String subject, long generation))
                || !subject.equals(id.toString())) {
            return Optional.empty();
        }
        return seeRegistrations
                .one(id)
                .map(status -> status.registration().particulars())
                .filter(particulars -> particulars.linkGeneration() == generation)
                .flatMap(
                        particulars ->
                                particulars.registrant() instanceof Registrant.Person person
                                        ? Optional.of(person.email())
                                        : Optional.empty());
    }

    private List<Followed> follow(EmailAddress owner) {
        Instant from = clock.instant().minus(NOT_LONG);
        Map<MunicipalityCode, List<EventId>> near = new HashMap<>();
        for (ListedEvent listed : listing.everywhere()) {
            if (listed.endsAt().isAfter(from)) {
                near.computeIfAbsent(listed.municipality(), _ -> new ArrayList<>())
                        .add(listed.id());
            }
        }
        List<Followed> found = new ArrayList<>();
        near.forEach(
                (municipality, ids) ->
                        Tenancy.runIn(
                                municipality,
                                () -> {
                                    for (int at = 0; at < ids.size(); at += AT_ONCE) {
                                        int end = Math.min(at + AT_ONCE, ids.size());
                                        found.addAll(
                                                here(municipality, ids.subList(at, end), owner));
                                    }
                                }));
        found.sort(
                Comparator.comparing(
                        (Followed each) -> each.event().details().schedule().startsAt()));
        return found;
    }

    private List<Followed> here(
            MunicipalityCode municipality, List<EventId> ids, EmailAddress owner) {
        Map<EventId, Fingerprint> prints = new HashMap<>();
        ids.forEach(id -> prints.put(id, fingerprints.of(id, owner)));
        Map<EventId, RegistrationId> claims = mailboxes.claims(prints);
        if (claims.isEmpty()) {
            return List.of();
        }
        Map<EventId, Event> known = events.findAll(claims.keySet());
        List<Followed> found = new ArrayList<>();
        registrations
                .findAll(claims.values())
                .forEach(
                        (id, registration) -> {
                            Event event = known.get(id.event());
                            if (event != null
                                    && registration instanceof Registration.Live live
                                    && isOf(owner, live)) {
                                found.add(new Followed(event, municipality, live));
                            }
                        });
        return found;
    }

    /** A registration that was handed over is somebody else's now. */
    private static boolean isOf(EmailAddress owner, Registration registration) {
        return registration.particulars().registrant() instanceof Registrant.Person person
                && person.email().mailbox().equals(owner.mailbox());
    }
}
