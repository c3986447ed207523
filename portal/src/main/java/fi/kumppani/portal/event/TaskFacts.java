package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What is to be done at an event, as events-service tells it.
 *
 * @param takenBy an association or a role; nobody yet when absent
 */
record TaskFacts(
        LocalizedText title,
        @Nullable LocalizedText details,
        @Nullable LocalizedText area,
        List<Material> materials,
        @Nullable Taker takenBy,
        @Nullable Boolean done) {

    /** Takes what is not told for nothing. */
    TaskFacts {
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    /** Something that is needed. */
    record Material(LocalizedText what, int amount) {}

    /** Who does it. */
    record Taker(LocalizedText name) {}

    /** All tasks of an event. */
    record Tasks(List<TaskFacts> tasks) {

        Tasks {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * A task as the page shows it.
     *
     * @param state {@code done}, {@code taken} or {@code open}
     */
    record View(
            Told title,
            @Nullable Told details,
            @Nullable Told area,
            List<Needed> materials,
            @Nullable Told takenBy,
            String state) {}

    /** Something that is needed, and how much of it. */
    record Needed(int amount, Told what) {}

    /** Asks for the tasks of an event. */
    static Question<Tasks> of(String municipality, String event) {
        return Question.get(
                Backend.EVENTS,
                Tasks.class,
                "/v1/municipalities/{municipality}/events/{id}/tasks",
                Map.of("municipality", municipality, "id", event));
    }

    /** Those that were told. */
    static List<View> views(Answer<Tasks> answer, Language language) {
        return answer.found().stream()
                .flatMap(tasks -> tasks.tasks().stream())
                .map(task -> task.view(language))
                .toList();
    }

    private View view(Language language) {
        return new View(
                title.told(language),
                LocalizedText.maybe(details, language),
                LocalizedText.maybe(area, language),
                materials.stream()
                        .map(each -> new Needed(each.amount(), each.what().told(language)))
                        .toList(),
                takenBy == null ? null : takenBy.name().told(language),
                Boolean.TRUE.equals(done) ? "done" : takenBy == null ? "open" : "taken");
    }
}
