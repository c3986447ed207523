package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The registrations to the events of the current municipality. */
public interface Registrations {

    /**
     * Has something decided about the seats of an event, in order of arrival with everything else
     * about it. Nothing is answered before it is kept.
     *
     * @return empty when there is no such event
     */
    <R> Optional<R> decide(EventId event, Decision<R> decision);

    /**
     * Has something decided about one registration.
     *
     * @param decide asked as a {@link Decision} is
     * @return empty when there is no such registration
     */
    default <R> Optional<R> decide(
            RegistrationId id, BiFunction<SeatDesk, Registration, R> decide) {
        return decide(
                        id.event(),
                        new Decision<Optional<R>>() {
                            @Override
                            public Needs needs() {
                                return Needs.ofNumber(id.number());
                            }

                            @Override
                            public Optional<R> at(SeatDesk desk) {
                                return desk.registration(id.number())
                                        .map(found -> decide.apply(desk, found));
                            }
                        })
                .flatMap(answer -> answer);
    }

    /** The registration with this id. */
    Optional<Registration> find(RegistrationId id);

    /** The registrations with these ids, by id. */
    Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids);

    /**
     * The registrations to an event in order of arrival.
     *
     * @param after only numbers greater than this; 0 for the beginning
     * @param limit the most to give
     */
    List<Registration> list(EventId event, long after, int limit);

    /**
     * Something to decide. It may be asked several times, each time on what is true then, and only
     * the last answer counts.
     *
     * @param <R> what the one who asks is answered
     */
    interface Decision<R> {

        /** Decides. */
        R at(SeatDesk desk);

        /** What it will look at besides the event, as far as that is known before. */
        default Needs needs() {
            return Needs.NOTHING;
        }
    }

    /**
     * What a decision will look at.
     *
     * @param numbers registrations
     * @param mailboxes claims
     * @param associations numbers registered for them
     * @param requestKeys earlier requests
     */
    record Needs(
            List<Long> numbers,
            List<Fingerprint> mailboxes,
            List<String> associations,
            List<String> requestKeys) {

        static final Needs NOTHING = new Needs(List.of(), List.of(), List.of(), List.of());

        static Needs ofNumber(long number) {
            return new Needs(List.of(number), List.of(), List.of(), List.of());
        }
    }
}
