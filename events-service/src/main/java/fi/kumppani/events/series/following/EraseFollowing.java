package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.registration.Fingerprints;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.Traces;

import org.springframework.stereotype.Service;

import java.util.Optional;

/**
 * Somebody who is to be forgotten follows the series of that event no more. When an event's people
 * are forgotten in due time, those who follow its series go on doing so.
 */
@Service
class EraseFollowing implements Traces {

    private final Events events;
    private final Registrations registrations;
    private final Followers followers;
    private final Fingerprints fingerprints;
    private final ManageFollowing manageFollowing;

    EraseFollowing(
            Events events,
            Registrations registrations,
            Followers followers,
            Fingerprints fingerprints,
            ManageFollowing manageFollowing) {
        this.events = events;
        this.registrations = registrations;
        this.followers = followers;
        this.fingerprints = fingerprints;
        this.manageFollowing = manageFollowing;
    }

    @Override
    public void erase(EventId event) {}

    @Override
    public void erase(RegistrationId id) {
        Optional<String> series =
                events.find(id.event())
                        .map(Event::details)
                        .map(details -> details.particulars().belonging())
                        .flatMap(belonging -> Optional.ofNullable(belonging.series()));
        if (series.isEmpty()) {
            return;
        }
        registrations
                .find(id)
                .map(Registration::particulars)
                .map(Registration.Particulars::registrant)
                .filter(Registrant.Person.class::isInstance)
                .map(Registrant.Person.class::cast)
                .map(person -> fingerprints.inSeries(series.get(), person.email()))
                .flatMap(mailbox -> followers.ofMailbox(series.get(), mailbox))
                .ifPresent(
                        follower -> {
                            var _ = manageFollowing.leave(follower.id());
                        });
    }
}
