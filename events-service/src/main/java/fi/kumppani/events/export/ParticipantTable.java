package fi.kumppani.events.export;

import fi.kumppani.events.admission.Question;
import fi.kumppani.events.door.Arrival;
import fi.kumppani.events.door.SeeDoor;
import fi.kumppani.events.door.SeeDoor.Guest;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.kit.text.Cell;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The participants of an event, row by row. What they need is never in it, and everything in it may
 * stand in a cell as it is.
 */
public final class ParticipantTable {

    private static final int PAGE = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(FinnishTime.ZONE);

    private final Event event;
    private final SeeDoor seeDoor;
    private final Language language;
    private final TableWords words;
    private final List<Question> questions;

    ParticipantTable(Event event, SeeDoor seeDoor, Language language) {
        this.event = event;
        this.seeDoor = seeDoor;
        this.language = language;
        this.words = TableWords.in(language);
        this.questions =
                event.rules().form().questions().stream()
                        .filter(question -> !question.isSensitive())
                        .toList();
    }

    /** What the table is called, in one word of plain letters. */
    public String title() {
        return words.sheet();
    }

    /** The headings. */
    public List<String> headings() {
        return Stream.concat(
                        words.columns().stream(),
                        questions.stream().map(question -> question.label().in(language).text()))
                .map(Cell::of)
                .toList();
    }

    /** Reads all rows in order of arrival, some at a time. */
    public void eachRow(Consumer<List<String>> reader) {
        long last = event.seating().last();
        for (long after = 0; after < last; after += PAGE) {
            seeDoor.list(event.id(), after, PAGE)
                    .orElse(List.of())
                    .forEach(guest -> reader.accept(row(guest)));
        }
    }

    private List<String> row(Guest guest) {
        Registration registration = guest.status().registration();
        Registration.Particulars particulars = registration.particulars();
        Registrant.Person person =
                particulars.registrant() instanceof Registrant.Person known ? known : null;
        Arrival arrival = guest.arrival();
        List<String> row = new ArrayList<>();
        row.add(Long.toString(registration.id().number()));
        row.add(words.status(registration));
        row.add(person == null ? "" : person.name());
        row.add(person == null ? "" : person.email().value());
        row.add(person == null ? "" : person.language().code());
        row.add(Integer.toString(particulars.party().seats()));
        row.add(blank(particulars.party().quota()));
        row.add(blank(particulars.association()));
        row.add(blank(particulars.group()));
        row.add(TIME.format(particulars.registeredAt()));
        row.add(arrival.people() > 0 ? words.came() : "");
        row.add(arrival.first().map(Arrival.Heard::at).map(ParticipantTable::time).orElse(""));
        questions.forEach(
                question ->
                        row.add(
                                answer(
                                        question,
                                        particulars
                                                .answers()
                                                .general()
                                                .getOrDefault(question.id(), List.of()))));
        return row.stream().map(Cell::of).toList();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String answer(Question question, List<String> answer) {
        return question.kind() == Question.Kind.TEXT
                ? String.join("; ", answer)
                : question.options().stream()
                        .filter(option -> answer.contains(option.id()))
                        .map(option -> option.label().in(language).text())
                        .collect(Collectors.joining("; "));
    }
}
