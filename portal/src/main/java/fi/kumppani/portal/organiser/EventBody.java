package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.EventFields.ERROR;

import fi.kumppani.portal.coordinator.AskedQuestion;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the form of an event into what events-service takes. What the form does not show is written
 * back as it was told; what cannot be read becomes a fault of the form.
 */
final class EventBody {

    private final FilledForm form;
    private final @Nullable WholeEvent before;
    private final Map<String, @Nullable Instant> was = new HashMap<>();
    private final Map<String, Object> written;

    private EventBody(FilledForm form, @Nullable WholeEvent before) {
        this.form = form;
        this.before = before;
        this.written = before == null ? new LinkedHashMap<>() : before.writable();
        if (before != null) {
            EventFields.moments(before.facts())
                    .forEach(each -> was.put(each.field(), each.moment()));
        }
    }

    /**
     * What is to be written.
     *
     * @param before the event that is written anew or copied; null for one that is like no other
     * @param questions as they were read from the same form
     */
    static Map<String, Object> read(
            FilledForm form, @Nullable WholeEvent before, List<AskedQuestion> questions) {
        return new EventBody(form, before).read(questions);
    }

    private Map<String, Object> read(List<AskedQuestion> questions) {
        required("title");
        required("venue.name");
        texts("title", written);
        texts("theme", written);
        texts("description", written);
        written.put("venue", venue());
        written.put("attendance", attendance());
        Map<String, Object> enrolment = enrolment();
        written.put("enrolment", enrolment);
        boolean isHere = "here".equals(enrolment.get("place"));
        for (String field : List.of(EventFields.ENDS, EventFields.DOORS, EventFields.COFFEE)) {
            MomentFields.onTheDayOf(form, EventFields.STARTS, field);
        }
        Optional<Instant> startsAt = moment(EventFields.STARTS);
        startsAt.ifPresent(start -> written.put(EventFields.STARTS, start));
        moment(EventFields.ENDS).ifPresent(end -> written.put(EventFields.ENDS, end));
        maybe(EventFields.DOORS);
        maybe(EventFields.COFFEE);
        if (isHere) {
            moment(EventFields.DEADLINE).ifPresent(at -> written.put(EventFields.DEADLINE, at));
        } else {
            maybe(EventFields.DEADLINE);
        }
        EventFields.count(form, EventFields.CAPACITY, isHere)
                .ifPresent(seats -> written.put(EventFields.CAPACITY, seats));
        minimum();
        written.put("registration", RegistrationBody.read(form, before, was, questions));
        startsAt.ifPresent(this::moveProgramme);
        return written;
    }

    private void required(String text) {
        if (!EventFields.isWritten(form, text)) {
            form.refuse(text + ".fi", ERROR + text);
        }
    }

    private void texts(String text, Map<String, Object> into) {
        texts(text, text, into);
    }

    private void texts(String text, String key, Map<String, Object> into) {
        Map<String, String> said = LocalizedFields.read(form, text);
        if (said.isEmpty()) {
            into.remove(key);
        } else {
            into.put(key, said);
        }
    }

    private Map<String, Object> venue() {
        Map<String, Object> venue = before == null ? new LinkedHashMap<>() : before.part("venue");
        Object street = venue.get("streetAddress");
        if (street != null && !street.equals(form.value(EventFields.STREET))) {
            venue.remove("position");
        }
        texts("venue.name", "name", venue);
        texts("venue.room", "room", venue);
        line(EventFields.STREET, "streetAddress", venue);
        venue.put("accessibility", form.values(EventFields.ACCESSIBILITY));
        return venue;
    }

    private Map<String, Object> attendance() {
        Map<String, Object> attendance = new LinkedHashMap<>();
        attendance.put("mode", EventFields.chosen(form, EventFields.MODE, "in-person"));
        line(EventFields.ONLINE, "onlineAddress", attendance);
        if (form.has(EventFields.ONLINE_PUBLIC, "true")) {
            attendance.put("onlineAddressPublic", true);
        }
        return attendance;
    }

    private Map<String, Object> enrolment() {
        Map<String, Object> enrolment = new LinkedHashMap<>();
        enrolment.put("place", EventFields.chosen(form, EventFields.PLACE, "here"));
        if (form.has(EventFields.PLACE, "elsewhere")) {
            line(EventFields.FORM_ELSEWHERE, "address", enrolment);
        }
        return enrolment;
    }

    private void minimum() {
        if (form.value(EventFields.AT_LEAST).isEmpty()
                && !MomentFields.isWritten(form, EventFields.DECIDED)) {
            return;
        }
        Optional<Integer> atLeast = EventFields.count(form, EventFields.AT_LEAST, true);
        Optional<Instant> decidedAt = moment(EventFields.DECIDED);
        if (atLeast.isPresent() && decidedAt.isPresent()) {
            written.put("minimum", Map.of("atLeast", atLeast.get(), "decidedAt", decidedAt.get()));
        }
    }

    /** The programme goes where the event goes. */
    private void moveProgramme(Instant startsAt) {
        EventFacts facts = before == null ? null : before.facts();
        if (facts == null || facts.startsAt().equals(startsAt)) {
            return;
        }
        Duration later = Duration.between(facts.startsAt(), startsAt);
        if (written.get("programme") instanceof List<?> items) {
            written.put(
                    "programme",
                    items.stream()
                            .map(
                                    item -> {
                                        Map<String, Object> moved = WholeEvent.object(item);
                                        moved.computeIfPresent(
                                                "startsAt",
                                                (_, at) ->
                                                        Instant.parse(at.toString()).plus(later));
                                        return moved;
                                    })
                            .toList());
        }
    }

    private Optional<Instant> moment(String field) {
        return MomentFields.read(form, field, was.get(field));
    }

    private void maybe(String field) {
        if (MomentFields.isWritten(form, field)) {
            moment(field).ifPresent(at -> written.put(field, at));
        }
    }

    private void line(String field, String key, Map<String, Object> into) {
        if (form.value(field).isEmpty()) {
            into.remove(key);
        } else {
            into.put(key, form.value(field));
        }
    }
}
