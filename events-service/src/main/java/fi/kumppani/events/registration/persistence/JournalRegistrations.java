package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Move;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Registrations as children of their event, decided in the event's journal. */
@Component
class JournalRegistrations implements Registrations {

    private final EventJournal journal;
    private final MessageTranslator<RegistrationHappening> translator;

    JournalRegistrations(
            EventJournal journal, MessageTranslator<RegistrationHappening> translator) {
        this.journal = journal;
        this.translator = translator;
    }

    @Override
    public <R> Optional<R> decide(EventId event, Decision<R> decision) {
        return journal.events().move(event.value(), new Deciding<>(event, decision));
    }

    @Override
    public Optional<Registration> find(RegistrationId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids) {
        Map<String, RegistrationId> byText =
                ids.stream()
                        .distinct()
                        .collect(Collectors.toMap(RegistrationId::toString, Function.identity()));
        return journal.registrations().findAll(byText.keySet()).values().stream()
                .map(child -> open(Objects.requireNonNull(byText.get(child.id())), child))
                .collect(Collectors.toMap(Registration::id, Function.identity()));
    }

    @Override
    public List<Registration> list(EventId event, long after, int limit) {
        Map<Long, Registration> found = new TreeMap<>();
        findAll(
                        LongStream.rangeClosed(after + 1, after + limit)
                                .mapToObj(number -> new RegistrationId(event, number))
                                .toList())
                .forEach((id, registration) -> found.put(id.number(), registration));
        return List.copyOf(found.values());
    }

    private static Registration open(RegistrationId id, Child<RegistrationDocument> child) {
        return child.body().toDomain(id);
    }

    private final class Deciding<R> implements Move<EventDocument, R> {

        private final EventId event;
        private final Decision<R> decision;

        private Deciding(EventId event, Decision<R> decision) {
            this.event = event;
            this.decision = decision;
        }

        @Override
        public List<ChildKey<?>> reads() {
            Needs needs = decision.needs();
            List<ChildKey<?>> keys = new ArrayList<>();
            needs.numbers()
                    .forEach(
                            number ->
                                    keys.add(
                                            new ChildKey<>(
                                                    journal.registrations(),
                                                    EventJournal.registrationId(event, number))));
            needs.mailboxes()
                    .forEach(
                            mailbox ->
                                    keys.add(
                                            new ChildKey<>(
                                                    journal.claims(),
                                                    EventJournal.claimId(event, mailbox))));
            needs.associations()
                    .forEach(
                            association ->
                                    keys.add(
                                            new ChildKey<>(
                                                    journal.delegations(),
                                                    EventJournal.delegationId(
                                                            event, association))));
            needs.requestKeys()
                    .forEach(
                            key ->
                                    keys.add(
                                            new ChildKey<>(
                                                    journal.requests(),
                                                    EventJournal.requestId(event, key))));
            return keys;
        }

        @Override
        public R decide(Turn<EventDocument> turn) {
            JournalDesk desk = new JournalDesk(event, turn, journal, translator);
            R decided = decision.at(desk);
            desk.leave();
            return decided;
        }
    }
}
