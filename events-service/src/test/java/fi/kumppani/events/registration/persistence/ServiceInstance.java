package fi.kumppani.events.registration.persistence;

import com.mongodb.MongoException;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.events.series.following.Followers;
import fi.kumppani.events.series.following.persistence.StoredFollowers;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.StoreIndexes;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.testing.TestJournals;

import org.bson.Document;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One instance of the service on its way to a store that breaks. */
final class ServiceInstance {

    private final FaultyStore.Way way;
    private final MovableClock clock;
    private final Events events;
    private final JournalRegistrations registrations;
    private final UseCases does;
    private final Followers followers;

    ServiceInstance(
            FaultyStore store,
            MovableClock clock,
            MessageTranslator<RegistrationHappening> translator) {
        way = store.way();
        this.clock = clock;
        StoreIndexes indexes = new StoreIndexes(way.database());
        Journals journals = TestJournals.in(way.database(), indexes, clock);
        followers = StoredFollowers.in(journals, indexes);
        EventJournal journal =
                new EventJournal(
                        journals,
                        indexes,
                        new StaticListableBeanFactory().getBeanProvider(DueWork.class),
                        new Agenda());
        indexes.start();
        events = new JournalEvents(journal, _ -> List.of());
        registrations = new JournalRegistrations(journal, translator);
        does = UseCases.over(events, registrations, clock);
    }

    /**
     * How many lives a random test leads from its first seed on: what it says itself, or {@code
     * -Dlives}.
     */
    static int lives(int unlessSaid) {
        return Integer.getInteger("lives", unlessSaid);
    }

    Events events() {
        return events;
    }

    JournalRegistrations registrations() {
        return registrations;
    }

    Followers followers() {
        return followers;
    }

    UseCases does() {
        return does;
    }

    /** What time it is by its own clock. */
    Instant now() {
        return clock.instant();
    }

    /** Does something while the store breaks in this way. */
    void during(FaultyStore.Fault fault, Runnable work) {
        befall(fault);
        try {
            work.run();
        } catch (MongoException _) {
            // Whoever asked does not know what became of it.
        }
    }

    /** Asks until there is an answer, as people do who do not know what became of it. */
    static <T> T untilAnswered(Supplier<T> asking) {
        Optional<T> answer = Optional.empty();
        while (answer.isEmpty()) {
            try {
                answer = Optional.of(asking.get());
            } catch (MongoException _) {
                // Asked again it is the same.
            }
        }
        return answer.get();
    }

    /** The store breaks in this way from now on. */
    void befall(FaultyStore.Fault fault) {
        way.befall(fault);
    }

    /** The store breaks in this way for what asks for the document with this id. */
    void befall(String id, FaultyStore.Fault fault) {
        way.befall(id, fault);
    }

    /** What it asks of the store is changed on its way, to prove that a guard is needed. */
    void tamper(Consumer<de.bwaldvogel.mongo.bson.Document> change) {
        way.tamper(change);
    }

    /** The store is whole again. */
    void heal() {
        way.heal();
    }

    /** All messages that were ever owed about the events and their registrations. */
    List<Document> owed() {
        List<Document> owed = new ArrayList<>();
        for (Document batch :
                way.database().getMongoDatabase().getCollection("events.journal").find()) {
            owed.addAll(batch.getList("messages", Document.class));
        }
        return owed;
    }
}
