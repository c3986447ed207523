package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The links by which those who registered see their registration and give it up. */
@Service
public class RegistrationLinks {

    private static final String MANAGE = "registration.manage";
    private static final String HOLD = "registration.hold";
    private static final Duration AFTER_THE_EVENT = Duration.ofDays(30);

    private final LinkSigner signer;
    private final SeeRegistrations seeRegistrations;
    private final Clock clock;

    RegistrationLinks(LinkSigner signer, SeeRegistrations seeRegistrations, Clock clock) {
        this.signer = signer;
        this.seeRegistrations = seeRegistrations;
        this.clock = clock;
    }

    /** A token for the links to a registration, good until 30 days after its event. */
    public String mint(RegistrationStatus status) {
        Registration registration = status.registration();
        return signer.mint(
                MANAGE,
                registration.id().toString(),
                registration.particulars().linkGeneration(),
                expireAt(status.event()));
    }

    /** When the links of all who registered for an event open nothing any more. */
    public static Instant expireAt(Event event) {
        return event.details().schedule().endsAt().plus(AFTER_THE_EVENT);
    }

    /** The registration, if the token opens it now. */
    public Optional<RegistrationStatus> open(RegistrationId id, String token) {
        return switch (signer.verify(token, MANAGE, clock.instant())) {
            case SignedLink.Valid(String subject, long generation)
                    when subject.equals(id.toString()) ->
                    seeRegistrations
                            .one(id)
                            .filter(status -> opens(generation, status.registration()));
            case SignedLink.Valid _, SignedLink.Expired _, SignedLink.Invalid _ -> Optional.empty();
        };
    }

    /** A token for the form that seats are held for, good as long as they are held. */
    public String mintHold(Registration.Held hold) {
        return signer.mint(HOLD, hold.id().toString(), 0, hold.until());
    }

    /** The number under which seats are held, if the token goes with them. */
    public Optional<Long> openHold(RegistrationId id, String token) {
        return signer.verify(token, HOLD, clock.instant())
                                instanceof SignedLink.Valid(String subject, long _)
                        && subject.equals(id.toString())
                ? Optional.of(id.number())
                : Optional.empty();
    }

    private static boolean opens(long generation, Registration registration) {
        Registration.Particulars particulars = registration.particulars();
        return particulars.linkGeneration() == generation
                && particulars.registrant() instanceof Registrant.Person;
    }
}
