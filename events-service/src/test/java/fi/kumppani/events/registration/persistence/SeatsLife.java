package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.HoldSeats;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.PartyRule;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * The life of an event by chance: people register, once and again, have seats held, accept them and
 * give them up, coordinators change how many there are, and time passes. Whatever comes of it, what
 * is kept can be held against what was promised.
 */
final class SeatsLife {

    static final MunicipalityCode HERE = new MunicipalityCode("743");
    static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");

    /** Words of people who register without having seats held begin with it. */
    private static final String DIRECTLY = "p";

    private final String name;
    private final Random random;
    private final Supplier<ServiceInstance> instance;
    private final Consumer<Duration> time;
    private final Map<String, RegisterForEvent.Outcome.Registered> answers = new HashMap<>();
    private final List<Long> answeredInOrder = new ArrayList<>();
    private int people;

    /**
     * @param name to tell by, should a promise be broken
     * @param instance which instance is asked next
     * @param time lets time pass
     */
    SeatsLife(
            String name,
            Random random,
            Supplier<ServiceInstance> instance,
            Consumer<Duration> time) {
        this.name = name;
        this.random = random;
        this.instance = instance;
        this.time = time;
    }

    /** Announces the event, with rules by chance. */
    void begin() {
        Event.Published event =
                Event.Published.imported(EVENT, evening(), rules(2 + random.nextInt(4)), NOW);
        var _ =
                here(
                        () ->
                                asked().events()
                                        .add(
                                                event,
                                                new Creation("made", "h"),
                                                JournalEntry.of(
                                                        JournalEntry.Kind.PUBLISHED,
                                                        Actor.SYSTEM,
                                                        null)));
    }

    private ServiceInstance asked() {
        return instance.get();
    }

    private RegistrationRules rules(int capacity) {
        boolean offers = random.nextBoolean();
        PartyRule[] partyRules = PartyRule.values();
        return new RegistrationRules(
                capacity,
                List.of(),
                1000,
                offers ? PartyRule.TOGETHER_IN_ORDER : partyRules[random.nextInt(3)],
                2,
                null,
                Admitted.ANYONE,
                Set.of(),
                null,
                offers ? Duration.ofHours(2) : null,
                Duration.ZERO,
                random.nextBoolean() ? Duration.ofMinutes(10) : null,
                random.nextInt(3) == 0 ? Duration.ofHours(3) : null,
                false,
                false,
                Form.NONE,
                Workshops.NONE,
                null);
    }

    /** Something somebody does, as often as it takes until they hear what became of it. */
    Runnable move() {
        long number = 1L + random.nextInt(Math.max(1, people + 2));
        RegistrationId id = new RegistrationId(EVENT, number);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> register(DIRECTLY + people++, 1 + random.nextInt(2), null);
            case 4 -> register(DIRECTLY + random.nextInt(people + 1), 1, null);
            case 5 -> holdAndPerhapsRegister();
            case 6, 7 -> () -> discard(asked().does().manage().cancel(id));
            case 8 -> () -> discard(asked().does().manage().accept(id));
            case 9 -> () -> discard(asked().does().manage().confirmAddress(id));
            case 10 -> resize();
            default -> letTimePass();
        };
    }

    private Runnable register(String word, int seats, @Nullable Long held) {
        SaidByRegistrant said =
                new SaidByRegistrant(person(word), seats, null, null, null, Map.of());
        String key = "key-" + word + "-" + seats + "-" + held;
        return () -> {
            RegisterForEvent.Outcome outcome =
                    asked().does()
                            .register()
                            .register(EVENT, said, held, new Creation(key, "h" + seats))
                            .orElseThrow();
            RegisterForEvent.Outcome before = answers.get(key);
            if (before != null) {
                assertThat(outcome).as(name + ": the same answer").isEqualTo(before);
            } else if (outcome instanceof RegisterForEvent.Outcome.Registered registered) {
                answers.put(key, registered);
                if (held == null) {
                    answeredInOrder.add(registered.answer().id().number());
                }
            }
        };
    }

    private Runnable holdAndPerhapsRegister() {
        String word = "h" + people++;
        boolean sends = random.nextBoolean();
        return () -> {
            if (asked().does().hold().hold(EVENT, new Party(1, null)).orElseThrow()
                            instanceof HoldSeats.Outcome.Done(Registration.Held hold)
                    && sends) {
                register(word, 1, hold.id().number()).run();
            }
        };
    }

    private Runnable resize() {
        int more = random.nextInt(3) - 1;
        return () -> {
            discard(asked().events().decide(EVENT, event -> resized(event, more)));
            asked().does().fill().fill(EVENT);
        };
    }

    private static Events.Decision<Boolean> resized(Event event, int more) {
        Event.Published published = (Event.Published) event;
        int capacity =
                Math.max(Math.max(1, event.seating().confirmed()), event.rules().capacity() + more);
        return published.change(published.details(), resized(event.rules(), capacity), NOW)
                        instanceof Event.Change.Changed(Event.Published changed)
                ? new Events.Decision.Become<>(
                        changed,
                        null,
                        JournalEntry.of(JournalEntry.Kind.CHANGED, Actor.SYSTEM, null),
                        true)
                : new Events.Decision.Stay<>(false);
    }

    private static RegistrationRules resized(RegistrationRules rules, int capacity) {
        return new RegistrationRules(
                capacity,
                rules.quotas(),
                rules.mostWaiting(),
                rules.partyRule(),
                rules.largestParty(),
                rules.opensAt(),
                rules.admitted(),
                rules.invited(),
                rules.seatsPerAssociation(),
                rules.acceptWithin(),
                rules.cutOff(),
                rules.holdFor(),
                rules.confirmAddressWithin(),
                rules.approval(),
                rules.answerByMailOnly(),
                rules.form(),
                rules.workshops(),
                rules.remindBefore());
    }

    private Runnable letTimePass() {
        time.accept(Duration.ofMinutes(random.nextInt(90)));
        return () -> {
            ServiceInstance looks = asked();
            looks.does().lapse().carryOut(EVENT, looks.now());
        };
    }

    private static void discard(Object ignored) {
        assertThat(ignored).isNotNull();
    }

    static <T> T here(Supplier<T> work) {
        return Tenancy.callIn(HERE, work::get);
    }

    /** All registrations, in order of arrival. */
    List<Registration> registrations() {
        Event event = here(() -> asked().events().find(EVENT)).orElseThrow();
        return here(() -> asked().registrations().list(EVENT, 0, (int) event.seating().last() + 1));
    }

    /** Numbers of those who registered without holding seats first, as they were answered. */
    List<Long> answeredInOrder() {
        return answeredInOrder;
    }

    /**
     * Holds what is kept against what was promised.
     *
     * @param moment of the life, to tell by
     */
    void check(String moment) {
        String at = name + ", " + moment;
        Event event = here(() -> asked().events().find(EVENT)).orElseThrow();
        Seating seating = event.seating();
        List<Registration> all = registrations();
        assertThat(all)
                .as(at + ": every number that was given")
                .extracting(each -> each.id().number())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seating.last()).boxed().toList());
        int taken = 0;
        List<Long> waiting = new ArrayList<>();
        Set<Long> reserved = new TreeSet<>();
        Map<Object, Integer> byMailbox = new HashMap<>();
        for (Registration each : all) {
            if (!(each instanceof Registration.Live live)) {
                continue;
            }
            taken += live.seatsTaken();
            if (live instanceof Registration.Waitlisted) {
                waiting.add(live.id().number());
            }
            if (live instanceof Registration.Held || live instanceof Registration.Offered) {
                reserved.add(live.id().number());
            }
            if (!(live instanceof Registration.Held)) {
                byMailbox.merge(live.particulars().registrant(), 1, Integer::sum);
            }
        }
        assertThat(taken).as(at + ": never oversold").isLessThanOrEqualTo(seating.capacity());
        assertThat(seating.confirmed()).as(at + ": no seat leaks").isEqualTo(taken);
        assertThat(seating.waiting()).as(at).isEqualTo(waiting.size());
        for (int place = 1; place <= waiting.size(); place++) {
            assertThat(seating.placeOf(waiting.get(place - 1))).as(at).isEqualTo(place);
        }
        assertThat(event.commitments().reserved().keySet())
                .as(at + ": what is reserved is somebody's")
                .isEqualTo(reserved);
        assertThat(byMailbox.values()).as(at + ": one seat a mailbox").allMatch(n -> n == 1);
        assertThat(answeredInOrder)
                .as(at + ": who was answered first is before who asked after")
                .isSorted();
    }

    /**
     * When everything has run its course, no seat is empty that somebody could have, and what was
     * asked once was done once. For lives in which everybody asked until they were answered.
     */
    void settle() {
        Tenancy.runIn(
                HERE,
                () -> {
                    asked().does().fill().fill(EVENT);
                    Event event = asked().events().find(EVENT).orElseThrow();
                    assertThat(event.seating().next()).as(name).isEmpty();
                });
        assertThat(
                        registrations().stream()
                                .filter(SeatsLife::cameDirectly)
                                .map(each -> each.id().number()))
                .as(name + ": one registration for each request that was answered")
                .containsExactlyElementsOf(answeredInOrder);
    }

    private static boolean cameDirectly(Registration registration) {
        return registration.particulars().registrant() instanceof Registrant.Person(_, var email, _)
                && email.value().startsWith(DIRECTLY);
    }
}
