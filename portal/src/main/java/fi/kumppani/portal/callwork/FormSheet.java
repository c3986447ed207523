package fi.kumppani.portal.callwork;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A form to be written anew: a copy of what grants-service tells, whose parts are added, changed,
 * moved and taken away. What no page knows of a part goes with it.
 */
final class FormSheet {

    /** What grants-service tells of a form and does not take. */
    private static final List<String> TOLD = List.of("id", "version");

    private static final String SECTIONS = "sections";
    private static final String QUESTIONS = "questions";
    private static final String ID = "id";

    private final Map<String, Object> members;
    private final List<Section> sections = new ArrayList<>();

    private FormSheet(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * A section.
     *
     * @param members all but its questions
     */
    record Section(Map<String, Object> members, List<Map<String, Object>> questions) {

        String id() {
            return FormSheet.id(members);
        }
    }

    /**
     * Where something is.
     *
     * @param section its place, from 0
     * @param question its place in the section, from 0; -1 of the section itself
     */
    record Place(int section, int question) {

        /** How grants-service names it. */
        String path() {
            String path = SECTIONS + "[" + section + "]";
            return question < 0 ? path : path + "." + QUESTIONS + "[" + question + "]";
        }
    }

    static FormSheet of(CallBody form) {
        Map<String, Object> members = form.copy();
        TOLD.forEach(members::remove);
        members.remove(SECTIONS);
        FormSheet sheet = new FormSheet(members);
        for (CallBody each : form.parts(SECTIONS)) {
            Map<String, Object> section = each.copy();
            section.remove(QUESTIONS);
            List<Map<String, Object>> questions = new ArrayList<>();
            each.parts(QUESTIONS).forEach(question -> questions.add(question.copy()));
            sheet.sections.add(new Section(section, questions));
        }
        return sheet;
    }

    /** What is sent to the service. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(members);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Section section : sections) {
            Map<String, Object> each = new LinkedHashMap<>(section.members());
            each.put(QUESTIONS, List.copyOf(section.questions()));
            all.add(each);
        }
        body.put(SECTIONS, all);
        return body;
    }

    /** All but its sections. */
    Map<String, Object> members() {
        return members;
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    /** All questions, in their order. */
    Stream<Map<String, Object>> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    /** Where the section with this id is. */
    Optional<Place> section(@Nullable String id) {
        return IntStream.range(0, sections.size())
                .filter(at -> sections.get(at).id().equals(id))
                .mapToObj(at -> new Place(at, -1))
                .findFirst();
    }

    /** Where the question with this id is. */
    Optional<Place> question(@Nullable String id) {
        for (int at = 0; at < sections.size(); at++) {
            List<Map<String, Object>> questions = sections.get(at).questions();
            for (int place = 0; place < questions.size(); place++) {
                if (id(questions.get(place)).equals(id)) {
                    return Optional.of(new Place(at, place));
                }
            }
        }
        return Optional.empty();
    }

    /** The section or the question there, to be changed. */
    Map<String, Object> at(Place place) {
        Section section = sections.get(place.section());
        return place.question() < 0 ? section.members() : section.questions().get(place.question());
    }

    /** Adds an empty section at the end, with an id of its own. */
    Place addSection() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put(ID, free("s-", sections.stream().map(Section::id).toList()));
        sections.add(new Section(section, new ArrayList<>()));
        return new Place(sections.size() - 1, -1);
    }

    /** Adds an empty question at the end of a section, with an id of its own. */
    Place addQuestion(Place section) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put(ID, free("q-", questions().map(FormSheet::id).toList()));
        List<Map<String, Object>> questions = sections.get(section.section()).questions();
        questions.add(question);
        return new Place(section.section(), questions.size() - 1);
    }

    /**
     * Where something would be after a step up or down. A question steps over into the section
     * beside its own, unless its own would be empty then.
     *
     * @param step -1 for up, 1 for down
     * @return empty when there is nowhere to step
     */
    Optional<Place> next(Place from, int step) {
        if (from.question() < 0) {
            return Optional.of(new Place(from.section() + step, -1))
                    .filter(to -> to.section() >= 0 && to.section() < sections.size());
        }
        int size = sections.get(from.section()).questions().size();
        int to = from.question() + step;
        if (to >= 0 && to < size) {
            return Optional.of(new Place(from.section(), to));
        }
        int beside = from.section() + step;
        if (beside < 0 || beside >= sections.size() || size == 1) {
            return Optional.empty();
        }
        return Optional.of(
                new Place(beside, step > 0 ? 0 : sections.get(beside).questions().size()));
    }

    /** Steps up or down, if there is somewhere to step. */
    void move(Place from, int step) {
        next(from, step)
                .ifPresent(
                        to -> {
                            if (from.question() < 0) {
                                sections.add(to.section(), sections.remove(from.section()));
                            } else {
                                Map<String, Object> question =
                                        sections.get(from.section())
                                                .questions()
                                                .remove(from.question());
                                sections.get(to.section()).questions().add(to.question(), question);
                            }
                        });
    }

    /** Whether something is left beside it: a form has sections, and a section questions. */
    boolean isRemovable(Place place) {
        return place.question() < 0
                ? sections.size() > 1
                : sections.get(place.section()).questions().size() > 1;
    }

    /** Takes it away, if something is left beside it. */
    void remove(Place place) {
        if (!isRemovable(place)) {
            return;
        }
        if (place.question() < 0) {
            sections.remove(place.section());
        } else {
            sections.get(place.section()).questions().remove(place.question());
        }
    }

    private static String free(String stem, List<String> taken) {
        int number = 1;
        while (taken.contains(stem + number)) {
            number++;
        }
        return stem + number;
    }

    private static String id(Map<String, Object> part) {
        return String.valueOf(part.get(ID));
    }
}
