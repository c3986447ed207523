package fi.kumppani.grants.board.persistence;

import fi.kumppani.grants.board.BoardHappening;
import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.BoardLists;
import fi.kumppani.grants.board.BoardRefusal;
import fi.kumppani.grants.board.BoardRow;
import fi.kumppani.grants.board.SheetMove;
import fi.kumppani.grants.board.Sums;
import fi.kumppani.grants.board.UnfinishedBoardLists;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.Move;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One journal for each call, so that an application is on one of its lists at most. */
@Component
class JournalBoardLists implements BoardLists, UnfinishedBoardLists {

    private static final int PAGE = 200;

    private final ChildCollection<ListDocument> lists;
    private final ChildCollection<RowDocument> rows;
    private final ChildCollection<PositionDocument> positions;
    private final ChildCollection<PlaceDocument> places;
    private final Journal<BookDocument> journal;
    private final MessageTranslator<BoardHappening> translator;
    private final Clock clock;

    JournalBoardLists(
            Journals journals, MessageTranslator<BoardHappening> translator, Clock clock) {
        this.lists = journals.children("boardLists", ListDocument.class);
        this.rows = journals.children("boardRows", RowDocument.class);
        this.positions = journals.children("boardPositions", PositionDocument.class);
        this.places = journals.children("boardPlaces", PlaceDocument.class);
        this.journal =
                journals.open("boardBooks", BookDocument.class, lists, rows, positions, places);
        this.translator = translator;
        this.clock = clock;
    }

    @Override
    public Optional<BoardList> find(BoardListId id) {
        return journal.find(id.call().value())
                .flatMap(_ -> lists.find(id.value()))
                .map(found -> found.body().toDomain(found.id()))
                .filter(list -> list.head().id().equals(id));
    }

    @Override
    public List<BoardList> ofCall(CallId call) {
        return journal.find(call.value()).stream()
                .flatMap(
                        book -> {
                            List<String> ids =
                                    book.body().lists().stream()
                                            .map(BookDocument.ListPart::id)
                                            .toList();
                            Map<String, Child<ListDocument>> found = lists.findAll(ids);
                            return ids.stream().map(found::get).filter(Objects::nonNull);
                        })
                .map(child -> child.body().toDomain(child.id()))
                .toList();
    }

    @Override
    public List<BoardListId> unfinished(CallId call) {
        return journal.find(call.value()).stream()
                .flatMap(book -> book.body().unfinished().stream())
                .map(id -> new BoardListId(call, id))
                .toList();
    }

    @Override
    public List<BoardRow> rows(BoardListId id, int after, int limit) {
        List<String> wanted =
                IntStream.rangeClosed(after + 1, after + limit)
                        .mapToObj(position -> positionId(id, position))
                        .toList();
        Map<String, Child<PositionDocument>> standing = positions.findAll(wanted);
        List<String> found =
                wanted.stream()
                        .map(standing::get)
                        .filter(Objects::nonNull)
                        .map(child -> rowId(id, child.body().application()))
                        .toList();
        Map<String, Child<RowDocument>> kept = rows.findAll(found);
        return found.stream()
                .map(kept::get)
                .filter(Objects::nonNull)
                .map(child -> child.body().toDomain())
                .toList();
    }

    @Override
    public Optional<BoardRow> row(BoardListId id, ApplicationId application) {
        return rows.find(rowId(id, application.value())).map(child -> child.body().toDomain());
    }

    @Override
    public Started start(BoardListId id, BoardList.Meeting meeting, Creation request) {
        String book = id.call().value();
        Move<BookDocument, Started> move = turn -> start(turn, id, meeting, request);
        return journal.move(book, move)
                .or(
                        () -> {
                            begin(book);
                            return journal.move(book, move);
                        })
                .orElseThrow(() -> new IllegalStateException("A call's lists went away"));
    }

    private void begin(String book) {
        Insertion<BookDocument> _ = journal.insert(book, null, BookDocument.EMPTY, new Begun(book));
    }

    private Started start(
            Turn<BookDocument> turn, BoardListId id, BoardList.Meeting meeting, Creation request) {
        BookDocument book = turn.state();
        Optional<BookDocument.ListPart> before = book.madeBy(request);
        if (before.isPresent()) {
            return before.get().requestHash().equals(request.contentHash())
                    ? new Started.Kept(
                            turn.child(lists, before.get().id())
                                    .map(child -> child.body().toDomain(child.id()))
                                    .orElseThrow())
                    : new Started.KeyReused();
        }
        if (book.lists().size() >= MOST) {
            return new Started.Refused(BoardRefusal.TOO_MANY_LISTS);
        }
        var list =
                new BoardList.Preparing(
                        new BoardList.Head(id, meeting, 0, new Sums(0, Euros.ZERO), 1));
        turn.set(book.with(id.value(), request));
        turn.make(lists, id.value(), ListDocument.from(list, 1));
        return new Started.Kept(list);
    }

    @Override
    public <R> Optional<R> change(
            BoardListId id,
            Collection<ApplicationId> applications,
            Function<Sheet, SheetMove<R>> decide) {
        var changing = new Changing<>(id, List.copyOf(applications), decide, clock.instant());
        return journal.move(id.call().value(), changing).flatMap(answer -> answer);
    }

    @Override
    public void noteAll(Agenda agenda) {
        String after = "";
        List<Located> page;
        do {
            page = journal.locate(BookDocument.WAITING, true, after, PAGE);
            page.forEach(each -> agenda.note(each, clock.instant()));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private static String rowId(BoardListId list, String application) {
        return list + ":" + application;
    }

    private static String positionId(BoardListId list, int position) {
        return list + ":" + position;
    }

    /** The first line of a call's journal. */
    record Begun(String call) {}

    /** The line of a list that went on to another state. */
    record Moved(String list, String state, Instant at) {}

    private final class Changing<R> implements Move<BookDocument, Optional<R>> {

        private final BoardListId id;
        private final List<ApplicationId> applications;
        private final Function<Sheet, SheetMove<R>> decide;
        private final Instant at;

        private Changing(
                BoardListId id,
                List<ApplicationId> applications,
                Function<Sheet, SheetMove<R>> decide,
                Instant at) {
            this.id = id;
            this.applications = applications;
            this.decide = decide;
            this.at = at;
        }

        @Override
        public List<ChildKey<?>> reads() {
            return Stream.concat(
                            Stream.<ChildKey<?>>of(new ChildKey<>(lists, id.value())),
                            applications.stream()
                                    .flatMap(
                                            each ->
                                                    Stream.<ChildKey<?>>of(
                                                            new ChildKey<>(
                                                                    rows, rowId(id, each.value())),
                                                            new ChildKey<>(places, each.value()))))
                    .toList();
        }

        @Override
        public Optional<R> decide(Turn<BookDocument> turn) {
            return turn.child(lists, id.value())
                    .map(child -> child.body().toDomain(child.id()))
                    .filter(list -> list.head().id().equals(id))
                    .map(list -> decide(turn, list));
        }

        private R decide(Turn<BookDocument> turn, BoardList list) {
            Map<ApplicationId, BoardRow> known = new HashMap<>();
            Map<ApplicationId, BoardListId> elsewhere = new HashMap<>();
            for (ApplicationId each : applications) {
                turn.child(rows, rowId(id, each.value()))
                        .ifPresent(child -> known.put(each, child.body().toDomain()));
                place(turn, each)
                        .filter(place -> !place.equals(id.value()))
                        .ifPresent(place -> elsewhere.put(each, new BoardListId(id.call(), place)));
            }
            SheetMove<R> move = decide.apply(new Sheet(list, known, elsewhere));
            move.list().ifPresent(next -> keep(turn, list, next, move));
            return move.answer();
        }

        private void keep(
                Turn<BookDocument> turn, BoardList before, BoardList next, SheetMove<R> move) {
            for (BoardRow row : move.rows()) {
                keep(turn, row);
            }
            turn.put(
                    lists,
                    id.value(),
                    ListDocument.from(next, before.head().version() + 1),
                    move.happenings().stream()
                            .flatMap(happening -> translator.announce(happening).stream())
                            .toArray(OutboundMessage[]::new));
            turn.set(turn.state().waiting(id.value(), next instanceof BoardList.Recorded));
            if (!before.getClass().equals(next.getClass())) {
                turn.log(new Moved(id.value(), next.getClass().getSimpleName(), at));
            }
        }

        private void keep(Turn<BookDocument> turn, BoardRow row) {
            String application = row.application().value();
            turn.put(rows, rowId(id, application), RowDocument.from(row));
            if (row.version() == 1) {
                turn.make(
                        positions,
                        positionId(id, row.position()),
                        new PositionDocument(application));
            }
            if (row.isLive()) {
                turn.put(places, application, new PlaceDocument(id.value()));
            } else if (place(turn, row.application()).filter(id.value()::equals).isPresent()) {
                turn.put(places, application, new PlaceDocument(null));
            }
        }

        private Optional<String> place(Turn<BookDocument> turn, ApplicationId application) {
            return turn.child(places, application.value()).map(child -> child.body().list());
        }
    }
}
