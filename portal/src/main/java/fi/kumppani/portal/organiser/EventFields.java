package fi.kumppani.portal.organiser;

import fi.kumppani.portal.coordinator.QuestionFields;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields by which an event is written, named as events-service names what they are about. */
final class EventFields {

    /** What the keys of texts about faults begin with. */
    static final String ERROR = Refused.FAMILY + ".error.";

    static final String MODE = "attendance.mode";
    static final String ONLINE = "attendance.onlineAddress";
    static final String ONLINE_PUBLIC = "attendance.onlineAddressPublic";
    static final String PLACE = "enrolment.place";
    static final String FORM_ELSEWHERE = "enrolment.address";
    static final String STREET = "venue.streetAddress";
    static final String ACCESSIBILITY = "venue.accessibility";
    static final String CAPACITY = "capacity";
    static final String AT_LEAST = "minimum.atLeast";
    static final String ADMITTED = "registration.admitted";
    static final String PER_ASSOCIATION = "registration.seatsPerAssociation";
    static final String PARTY = "registration.largestParty";
    static final String WAITING = "registration.mostWaiting";
    static final String QUEUE = "registration.queue";
    static final String ACCEPT_WITHIN = "registration.acceptWithin";
    static final String MAIL_ONLY = "registration.answerByMailOnly";
    static final String APPROVAL = "registration.approval";

    static final String STARTS = "startsAt";
    static final String ENDS = "endsAt";
    static final String DOORS = "doorsFrom";
    static final String COFFEE = "coffeeFrom";
    static final String DEADLINE = "registrationDeadline";
    static final String OPENS = "registration.opensAt";
    static final String DECIDED = "minimum.decidedAt";

    static final List<String> TEXTS =
            List.of("title", "theme", "description", "venue.name", "venue.room");
    static final List<String> MOMENTS =
            List.of(STARTS, ENDS, DOORS, COFFEE, DEADLINE, OPENS, DECIDED);

    /** Fields with a value that people do not read, but a text that tells what it means. */
    static final List<String> CHOICES =
            List.of(
                    MODE,
                    ONLINE_PUBLIC,
                    PLACE,
                    ACCESSIBILITY,
                    ADMITTED,
                    QUEUE,
                    MAIL_ONLY,
                    APPROVAL);

    static final List<String> LINES =
            List.of(
                    STREET,
                    ONLINE,
                    FORM_ELSEWHERE,
                    CAPACITY,
                    AT_LEAST,
                    PER_ASSOCIATION,
                    PARTY,
                    WAITING,
                    ACCEPT_WITHIN);

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,5}");

    private EventFields() {}

    /** The names of all fields but those of questions, in the order of the form. */
    static List<String> names() {
        return Stream.of(
                        TEXTS.stream().flatMap(text -> LocalizedFields.names(text).stream()),
                        MOMENTS.stream().flatMap(moment -> MomentFields.names(moment).stream()),
                        LINES.stream(),
                        CHOICES.stream())
                .flatMap(each -> each)
                .toList();
    }

    /** The names of the fields of so many questions. */
    static List<String> questionNames(int rows) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String field = QuestionFields.field(row);
            names.addAll(LocalizedFields.names(field + ".label"));
            names.addAll(LocalizedFields.names(field + ".options"));
        }
        return names;
    }

    /** The field that says what a question is for. */
    static String purpose(int row) {
        return QuestionFields.field(row) + ".purpose";
    }

    /** Keeps what was sent, and tells how many rows of questions were. */
    static int keep(FilledForm form, MultiValueMap<String, String> sent) {
        TEXTS.forEach(text -> LocalizedFields.keep(form, text, sent));
        MOMENTS.forEach(moment -> MomentFields.keep(form, moment, sent));
        LINES.forEach(line -> form.put(line, sent.getFirst(line)));
        CHOICES.forEach(choice -> form.putAll(choice, sent.getOrDefault(choice, List.of())));
        int rows = QuestionFields.keep(form, sent);
        for (int row = 0; row < rows; row++) {
            form.put(purpose(row), sent.getFirst(purpose(row)));
        }
        return rows;
    }

    /** A moment of an event, by the field it stands in. */
    record Moment(String field, @Nullable Instant moment) {}

    /** The moments of an event. */
    static List<Moment> moments(EventFacts facts) {
        return List.of(
                new Moment(STARTS, facts.startsAt()),
                new Moment(ENDS, facts.endsAt()),
                new Moment(DOORS, facts.doorsFrom()),
                new Moment(COFFEE, facts.coffeeFrom()),
                new Moment(DEADLINE, facts.registrationDeadline()),
                new Moment(
                        OPENS,
                        facts.registration() == null ? null : facts.registration().opensAt()),
                new Moment(DECIDED, facts.minimum() == null ? null : facts.minimum().decidedAt()));
    }

    /** The questions of an event. */
    static List<RulesFacts.Question> questions(@Nullable WholeEvent event) {
        return event == null || event.facts().registration() == null
                ? List.of()
                : event.facts().registration().questions();
    }

    /** Whether a text is written in any language. */
    static boolean isWritten(FilledForm form, String text) {
        return !LocalizedFields.read(form, text).isEmpty();
    }

    /** The number that is written; what cannot be read, or is lacking, becomes a fault. */
    static Optional<Integer> count(FilledForm form, String field, boolean needed) {
        String value = form.value(field);
        if (value.isEmpty() && !needed) {
            return Optional.empty();
        }
        if (!COUNT.matcher(value).matches()) {
            form.refuse(field, ERROR + field);
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(value));
    }

    /** What is chosen, or something else where nothing is. */
    static String chosen(FilledForm form, String field, String otherwise) {
        return form.value(field).isEmpty() ? otherwise : form.value(field);
    }
}
