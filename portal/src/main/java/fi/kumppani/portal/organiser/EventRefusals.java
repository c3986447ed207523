package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.EventFields.ERROR;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.coordinator.AskedQuestion;
import fi.kumppani.portal.coordinator.QuestionFields;
import fi.kumppani.portal.page.FilledForm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what events-service found wrong with an event at the fields of the form. */
final class EventRefusals {

    private static final Pattern INDEXED =
            Pattern.compile("registration\\.questions\\[([0-9]{1,2})].*");
    private static final Pattern NAMED =
            Pattern.compile("registration\\.questions\\.([a-z0-9-]{1,40}).*");

    /** What the form does not show, and cannot stay as it is. */
    private static final Set<String> ELSEWHERE = Set.of("networkId", "seriesId", "partOf");

    private EventRefusals() {}

    /**
     * Says what is wrong.
     *
     * @param rows how many rows of questions the form has
     * @param asked the questions that were sent
     */
    static void put(FilledForm form, Refusal refusal, int rows, List<AskedQuestion> asked) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (Refusal.FieldError error : refusal.errors()) {
            String path = error.field();
            Optional<String> question = question(form, path, rows, asked);
            if (question.isPresent()) {
                form.refuse(question.get(), "ask.error.question");
            } else if (ELSEWHERE.contains(path)) {
                form.refuse(ERROR + path);
            } else {
                errors.add(new Refusal.FieldError(field(form, path), error.code()));
            }
        }
        if (refusal.reason().equals("capacity-below-confirmed")) {
            form.refuse(EventFields.CAPACITY, Refused.FAMILY + ".reason." + refusal.reason());
            return;
        }
        form.refuse(
                new Refusal(refusal.status(), refusal.reason(), errors),
                Refused.FAMILY,
                Refused.REASONS,
                error -> ERROR + name(error.field()));
    }

    /** What a field is, whichever its language or half. */
    private static String name(String field) {
        return field.replaceFirst("\\.(fi|sv|en|day|time)$", "");
    }

    /** The field of the form for a path in what was sent. */
    private static String field(FilledForm form, String path) {
        String whole = path.replaceFirst("\\[.*", "");
        if (whole.equals("registration.partyRule")) {
            return EventFields.QUEUE;
        }
        if (whole.equals("registration.invited")) {
            return EventFields.ADMITTED;
        }
        for (String end : List.of("", ".fi", ".day")) {
            if (form.asks(whole + end)) {
                return whole + end;
            }
        }
        return path;
    }

    /** The row that a question stands in that the service names by its place or its id. */
    private static Optional<String> question(
            FilledForm form, String path, int rows, List<AskedQuestion> asked) {
        Matcher indexed = INDEXED.matcher(path);
        Matcher named = NAMED.matcher(path);
        int written = -1;
        for (int row = 0; row < rows; row++) {
            String label = QuestionFields.field(row) + ".label";
            if (EventFields.isWritten(form, label)) {
                written++;
                boolean isMeant =
                        indexed.matches()
                                ? Integer.parseInt(indexed.group(1)) == written
                                : named.matches()
                                        && written < asked.size()
                                        && asked.get(written).id().equals(named.group(1));
                if (isMeant) {
                    return Optional.of(label + ".fi");
                }
            }
        }
        return Optional.empty();
    }
}
