package fi.kumppani.grants.diary.persistence;

import fi.kumppani.grants.diary.Arrival;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.diary.DiaryEntry;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.Move;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** One journal for each municipality and year, so that a rush is numbered many in one write. */
@Component
class JournalDiaries implements Diaries {

    private final ChildCollection<ArrivalDocument> arrivals;
    private final ChildCollection<PositionDocument> positions;
    private final Journal<DiaryDocument> journal;

    JournalDiaries(Journals journals) {
        this.arrivals = journals.children("arrivals", ArrivalDocument.class);
        this.positions = journals.children("arrivalsByCall", PositionDocument.class);
        this.journal = journals.open("diaries", DiaryDocument.class, this.arrivals, this.positions);
    }

    @Override
    public Map<String, DiaryEntry> enter(int year, List<Arrival> arriving) {
        MunicipalityCode municipality = Tenancy.current();
        String diary = municipality + ":" + year;
        Entering move = new Entering(diary, municipality, year, List.copyOf(arriving));
        return journal.move(diary, move)
                .or(
                        () -> {
                            begin(diary);
                            return journal.move(diary, move);
                        })
                .orElseThrow(() -> new IllegalStateException("A diary went away"));
    }

    private void begin(String diary) {
        Insertion<DiaryDocument> _ =
                journal.insert(diary, null, DiaryDocument.EMPTY, new Begun(diary));
    }

    @Override
    public List<Arrived> arrivedFor(String call, int after, int limit) {
        List<String> wanted =
                IntStream.rangeClosed(after + 1, after + limit)
                        .mapToObj(position -> positionId(call, position))
                        .toList();
        Map<String, Child<PositionDocument>> found = positions.findAll(wanted);
        return wanted.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(child -> new Arrived(child.body().position(), child.body().application()))
                .toList();
    }

    private static String positionId(String call, int position) {
        return call + ":" + position;
    }

    /** The first line of a diary's journal. */
    record Begun(String diary) {}

    private final class Entering implements Move<DiaryDocument, Map<String, DiaryEntry>> {

        private final String diary;
        private final MunicipalityCode municipality;
        private final int year;
        private final List<Arrival> arriving;

        private Entering(
                String diary, MunicipalityCode municipality, int year, List<Arrival> arriving) {
            this.diary = diary;
            this.municipality = municipality;
            this.year = year;
            this.arriving = arriving;
        }

        @Override
        public List<ChildKey<?>> reads() {
            return arriving.stream()
                    .<ChildKey<?>>map(arrival -> new ChildKey<>(arrivals, idOf(arrival)))
                    .toList();
        }

        @Override
        public Map<String, DiaryEntry> decide(Turn<DiaryDocument> turn) {
            Map<String, DiaryEntry> entered = new LinkedHashMap<>();
            for (Arrival arrival : arriving) {
                entered.put(arrival.key(), enter(turn, arrival));
            }
            return entered;
        }

        private DiaryEntry enter(Turn<DiaryDocument> turn, Arrival arrival) {
            ArrivalDocument kept =
                    turn.child(arrivals, idOf(arrival))
                            .map(Child::body)
                            .orElseGet(() -> number(turn, arrival));
            return new DiaryEntry(
                    new DiaryNumber(municipality, year, kept.number()), kept.application());
        }

        private ArrivalDocument number(Turn<DiaryDocument> turn, Arrival arrival) {
            DiaryDocument next = turn.state().next(arrival.call());
            turn.set(next);
            var entered = new ArrivalDocument(next.last(), arrival.call(), arrival.applicationId());
            turn.put(arrivals, idOf(arrival), entered);
            int position = next.arrivedFor(arrival.call());
            turn.put(
                    positions,
                    positionId(arrival.call(), position),
                    new PositionDocument(position, arrival.applicationId()));
            return entered;
        }

        private String idOf(Arrival arrival) {
            return diary + ":" + arrival.key();
        }
    }
}
