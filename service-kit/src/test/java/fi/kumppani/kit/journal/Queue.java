package fi.kumppani.kit.journal;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.events.Event;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.store.StoreIndexes;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestJournals;

import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A small thing kept in a journal: a queue that hands out numbered tickets. */
final class Queue {

    static final MunicipalityCode HERE = new MunicipalityCode("743");
    static final MunicipalityCode ELSEWHERE = new MunicipalityCode("052");

    /** The parent. */
    record QueueDocument(long last, long called) {}

    /** A child. */
    record TicketDocument(long number, String holder, boolean called) {}

    /** A line. */
    record Line(String what, long number) {}

    final ChildCollection<TicketDocument> tickets;
    final Journal<QueueDocument> queues;

    Queue(MongoDatabaseFactory database) {
        this(database, Pauses.BY_CHANCE);
    }

    Queue(MongoDatabaseFactory database, Pauses pauses) {
        var indexes = new StoreIndexes(database);
        Journals journals = TestJournals.in(database, indexes, Clock.systemUTC(), pauses);
        tickets = journals.children("tickets", TicketDocument.class);
        queues = journals.open("queues", QueueDocument.class, tickets);
        indexes.start();
    }

    static <R> R here(Supplier<R> work) {
        return Tenancy.callIn(HERE, work::get);
    }

    void open(String id) {
        var _ =
                here(
                        () ->
                                queues.insert(
                                        id,
                                        null,
                                        new QueueDocument(0, 0),
                                        new Line("opened", 0),
                                        told(id)));
    }

    /** Draws the next ticket. */
    long draw(String id, String holder) {
        return here(() -> queues.move(id, drawing(id, holder))).orElseThrow();
    }

    Move<QueueDocument, Long> drawing(String id, String holder) {
        return turn -> {
            long number = turn.state().last() + 1;
            turn.set(new QueueDocument(number, turn.state().called()));
            turn.put(
                    tickets,
                    id + ":" + number,
                    new TicketDocument(number, holder, false),
                    told(id, number));
            turn.log(new Line("drawn", number));
            return number;
        };
    }

    /** Calls the next ticket, if anybody waits. */
    Optional<Long> call(String id) {
        return here(() -> queues.move(id, calling(id))).orElseThrow();
    }

    Move<QueueDocument, Optional<Long>> calling(String id) {
        return turn -> {
            long next = turn.state().called() + 1;
            if (next > turn.state().last()) {
                return Optional.empty();
            }
            TicketDocument ticket = turn.child(tickets, id + ":" + next).orElseThrow().body();
            turn.set(new QueueDocument(turn.state().last(), next));
            turn.put(
                    tickets,
                    id + ":" + next,
                    new TicketDocument(next, ticket.holder(), true),
                    told(id, next));
            turn.log(new Line("called", next));
            return Optional.of(next);
        };
    }

    QueueDocument state(String id) {
        return here(() -> queues.find(id)).orElseThrow().body();
    }

    TicketDocument ticket(String id, long number) {
        return here(() -> tickets.find(id + ":" + number)).orElseThrow().body();
    }

    List<String> lines(String id) {
        return here(() -> queues.lines(id, Line.class, LinePosition.START, 10_000)).stream()
                .map(line -> line.line().what() + " " + line.line().number())
                .toList();
    }

    static OutboundMessage told(String id) {
        LocalizedTexts text = new LocalizedTexts("Jono", null, null);
        Instant at = Instant.EPOCH;
        return new OutboundMessage(
                EventPublished.TYPE,
                id,
                new EventPublished(
                        new Event(
                                id,
                                text,
                                null,
                                new Event.Venue(text, null),
                                null,
                                at,
                                at,
                                at,
                                1,
                                "published",
                                false)));
    }

    static OutboundMessage told(String id, long number) {
        String ticket = id + ":" + number;
        return new OutboundMessage(
                RegistrationConfirmed.TYPE,
                ticket,
                new RegistrationConfirmed(
                        new Registration(ticket, id, number, "confirmed", false)));
    }
}
