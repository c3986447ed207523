package fi.kumppani.portal.organiser;

import fi.kumppani.portal.coordinator.QuestionFields;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Fills the form of an event in: as it is, like another one, or empty. */
final class EventFilling {

    /** As many may wait where nobody said otherwise. */
    private static final int ANY_NUMBER = 20_000;

    private EventFilling() {}

    /** Fills in an event that nobody has planned yet. */
    static void fillNew(FilledForm form) {
        EventFields.TEXTS.forEach(text -> LocalizedFields.fill(form, text, null));
        EventFields.MOMENTS.forEach(moment -> MomentFields.fill(form, moment, null));
        EventFields.LINES.forEach(line -> form.put(line, ""));
        EventFields.CHOICES.forEach(choice -> form.putAll(choice, List.of()));
        form.put(EventFields.MODE, "in-person");
        form.put(EventFields.PLACE, "here");
        form.put(EventFields.ADMITTED, "anyone");
        form.put(EventFields.PARTY, "1");
        form.put(EventFields.QUEUE, "automatic");
    }

    /** Fills in an event as it is. */
    static void fill(FilledForm form, WholeEvent event) {
        EventFacts facts = event.facts();
        fillNew(form);
        LocalizedFields.fill(form, "title", facts.title());
        LocalizedFields.fill(form, "theme", facts.theme());
        LocalizedFields.fill(form, "description", facts.description());
        EventFacts.Venue venue = facts.venue();
        if (venue != null) {
            LocalizedFields.fill(form, "venue.name", venue.name());
            LocalizedFields.fill(form, "venue.room", venue.room());
            form.put(EventFields.STREET, venue.streetAddress());
            form.putAll(EventFields.ACCESSIBILITY, venue.accessibility());
        }
        form.put(EventFields.ONLINE, event.told("attendance", "onlineAddress"));
        choose(form, EventFields.MODE, event.told("attendance", "mode"));
        check(form, EventFields.ONLINE_PUBLIC, event.told("attendance", "onlineAddressPublic"));
        choose(form, EventFields.PLACE, event.told("enrolment", "place"));
        form.put(EventFields.FORM_ELSEWHERE, event.told("enrolment", "address"));
        EventFields.moments(facts)
                .forEach(each -> MomentFields.fill(form, each.field(), each.moment()));
        form.put(
                EventFields.CAPACITY,
                facts.seats() == null ? "" : number(facts.seats().capacity()));
        form.put(
                EventFields.AT_LEAST,
                facts.minimum() == null ? "" : number(facts.minimum().atLeast()));
        fill(form, event, Objects.requireNonNullElse(facts.registration(), RulesFacts.SIMPLE));
    }

    private static void fill(FilledForm form, WholeEvent event, RulesFacts rules) {
        choose(form, EventFields.ADMITTED, Objects.requireNonNullElse(rules.admitted(), ""));
        form.put(EventFields.PER_ASSOCIATION, number(rules.seatsPerAssociation()));
        form.put(EventFields.PARTY, number(rules.party()));
        String waiting = event.told("registration", "mostWaiting");
        form.put(EventFields.WAITING, waiting.equals(number(ANY_NUMBER)) ? "" : waiting);
        Duration offer = rules.acceptWithin();
        form.put(EventFields.QUEUE, offer == null ? "automatic" : "offer");
        form.put(EventFields.ACCEPT_WITHIN, offer == null ? "" : Long.toString(offer.toHours()));
        check(form, EventFields.MAIL_ONLY, Objects.toString(rules.answerByMailOnly(), ""));
        check(form, EventFields.APPROVAL, Objects.toString(rules.approval(), ""));
        QuestionFields.fill(form, rules.questions());
        for (int row = 0; row < rules.questions().size(); row++) {
            form.put(EventFields.purpose(row), rules.questions().get(row).purpose());
        }
    }

    /** Fills in a new event that is like one that was: without its days. */
    static void fillCopy(FilledForm form, WholeEvent event) {
        fill(form, event);
        EventFields.moments(event.facts())
                .forEach(each -> MomentFields.fillTime(form, each.field(), each.moment()));
        MomentFields.fill(form, EventFields.OPENS, null);
    }

    private static void choose(FilledForm form, String field, String value) {
        if (!value.isEmpty()) {
            form.put(field, value);
        }
    }

    private static void check(FilledForm form, String field, String value) {
        form.putAll(field, value.equals("true") ? List.of("true") : List.of());
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : Integer.toString(number);
    }
}
