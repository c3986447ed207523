package fi.kumppani.grants.handling.persistence;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.handling.CallHandling;
import fi.kumppani.grants.handling.Handling;
import fi.kumppani.grants.handling.HandlingMove;
import fi.kumppani.grants.handling.Handlings;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.Move;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Insertion;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One journal for each call: a row for each application, and a few documents in which all rows
 * stand in the order of arrival with what they are sorted by. A move writes both at once.
 */
@Component
class JournalHandlings implements Handlings {

    private final ChildCollection<RowDocument> rows;
    private final ChildCollection<StandingsDocument> standings;
    private final Journal<CallHandlingDocument> journal;
    private final MessageTranslator<Handling> translator;

    JournalHandlings(Journals journals, MessageTranslator<Handling> translator) {
        this.rows = journals.children("handlings", RowDocument.class);
        this.standings = journals.children("standings", StandingsDocument.class);
        this.journal =
                journals.open(
                        "callHandlings", CallHandlingDocument.class, this.rows, this.standings);
        this.translator = translator;
    }

    @Override
    public CallHandling of(CallId call) {
        return journal.find(call.value())
                .map(found -> found.body().toDomain())
                .orElse(CallHandling.BEGINNING);
    }

    @Override
    public Map<ApplicationId, Handling> rows(Collection<ApplicationId> applications) {
        Map<ApplicationId, Handling> found = new HashMap<>();
        rows.findAll(applications.stream().map(ApplicationId::value).toList())
                .forEach(
                        (id, child) -> found.put(new ApplicationId(id), child.body().toDomain(id)));
        return found;
    }

    @Override
    public void enter(CallId call, List<Handling> arrivals) {
        begin(call);
        var _ = journal.move(call.value(), turn -> enter(turn, call, arrivals));
    }

    private void begin(CallId call) {
        if (journal.find(call.value()).isEmpty()) {
            Insertion<CallHandlingDocument> _ =
                    journal.insert(
                            call.value(),
                            null,
                            CallHandlingDocument.EMPTY,
                            new Begun(call.value()));
        }
    }

    private int enter(Turn<CallHandlingDocument> turn, CallId call, List<Handling> arrivals) {
        int entered = turn.state().entered();
        for (Handling arrival : arrivals) {
            if (arrival.position() != entered + 1) {
                continue;
            }
            entered = arrival.position();
            String id = arrival.application().value();
            turn.make(rows, id, RowDocument.from(arrival));
            String standing = standingId(call, StandingsDocument.number(entered));
            turn.put(
                    standings,
                    standing,
                    turn.child(standings, standing)
                            .map(Child::body)
                            .orElse(StandingsDocument.EMPTY)
                            .with(id, arrival.requested().cents()));
        }
        if (entered > turn.state().entered()) {
            turn.log(new Entered(entered));
            turn.set(new CallHandlingDocument(entered, turn.state().closedAt()));
        }
        return entered;
    }

    @Override
    public <R> Optional<R> change(
            CallId call, ApplicationId application, Function<Seen, HandlingMove<R>> decide) {
        return journal.move(call.value(), new Changing<>(call, application, decide))
                .flatMap(Function.identity());
    }

    @Override
    public CallHandling close(CallId call, String by, Instant now) {
        begin(call);
        return journal.move(call.value(), turn -> close(turn, by, now)).orElseThrow();
    }

    private static CallHandling close(Turn<CallHandlingDocument> turn, String by, Instant now) {
        if (turn.state().closedAt() == null) {
            turn.set(new CallHandlingDocument(turn.state().entered(), now));
            turn.log(new Closed(by));
        }
        return turn.state().toDomain();
    }

    @Override
    public List<Standing> standings(CallId call) {
        int entered = of(call).entered();
        List<String> ids =
                IntStream.rangeClosed(0, StandingsDocument.number(entered))
                        .mapToObj(number -> standingId(call, number))
                        .toList();
        Map<String, Child<StandingsDocument>> found = standings.findAll(ids);
        return IntStream.range(0, ids.size())
                .boxed()
                .flatMap(
                        number ->
                                Stream.ofNullable(found.get(ids.get(number)))
                                        .flatMap(child -> child.body().toDomain(number)))
                .toList();
    }

    private static String standingId(CallId call, int number) {
        return call + ":" + number;
    }

    /** The first line of a call's journal. */
    record Begun(String call) {}

    /** That rows were made up to this position. */
    record Entered(int position) {}

    /** That the review round of all was closed. */
    record Closed(String by) {}

    /** What somebody did about an application. */
    record Done(String application, HandlingMove.What what, String by) {}

    private final class Changing<R> implements Move<CallHandlingDocument, Optional<R>> {

        private final CallId call;
        private final ApplicationId application;
        private final Function<Seen, HandlingMove<R>> decide;

        private Changing(
                CallId call, ApplicationId application, Function<Seen, HandlingMove<R>> decide) {
            this.call = call;
            this.application = application;
            this.decide = decide;
        }

        @Override
        public List<ChildKey<?>> reads() {
            return List.of(new ChildKey<>(rows, application.value()));
        }

        @Override
        public Optional<R> decide(Turn<CallHandlingDocument> turn) {
            return turn.child(rows, application.value())
                    .map(child -> child.body().toDomain(application.value()))
                    .filter(row -> row.call().equals(call))
                    .map(row -> decide(turn, row));
        }

        private R decide(Turn<CallHandlingDocument> turn, Handling row) {
            HandlingMove<R> move = decide.apply(new Seen(row, turn.state().toDomain()));
            HandlingMove.Next next = move.change();
            if (next != null) {
                keep(turn, next);
            }
            return move.answer();
        }

        private void keep(Turn<CallHandlingDocument> turn, HandlingMove.Next next) {
            String id = application.value();
            turn.put(
                    rows,
                    id,
                    RowDocument.from(next.row()),
                    translator.announce(next.row()).toArray(OutboundMessage[]::new));
            String standing = standingId(call, StandingsDocument.number(next.row().position()));
            StandingsDocument before =
                    turn.child(standings, standing).map(Child::body).orElseThrow();
            StandingsDocument after = before.at(next.row().position(), next.total());
            if (!after.equals(before)) {
                turn.put(standings, standing, after);
            }
            turn.log(new Done(id, next.what(), next.by()));
        }
    }
}
