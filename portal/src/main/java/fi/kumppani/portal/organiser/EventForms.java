package fi.kumppani.portal.organiser;

import fi.kumppani.portal.coordinator.QuestionFields;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the form of a new event and that of one that is there have in common. */
@Component
final class EventForms {

    /** Descriptions are kept whole, also when they are too long. */
    private static final int LONGEST = 20_000;

    private static final List<String> ANYBODY = List.of("anyone", "associations");
    private static final List<String> ACCESSIBILITY =
            List.of(
                    "wheelchair",
                    "rollator",
                    "induction-loop",
                    "accessible-toilet",
                    "parking",
                    "unknown");
    private static final Set<String> CHOICES = Set.copyOf(EventFields.CHOICES);

    private final MessageSource messages;
    private final Clock clock;

    EventForms(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An empty form.
     *
     * @param key the key it was sent with; null or none of ours for a new one
     */
    FilledForm form(@Nullable String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()), LONGEST);
    }

    /**
     * Puts the form on its page.
     *
     * @param event what it writes anew or copies; null for neither
     * @param filled how many rows of questions were sent
     */
    String page(
            FilledForm form, @Nullable WholeEvent event, int filled, Reader reader, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "rows",
                QuestionFields.rows(EventFields.questions(event), filled, reader.language()));
        model.addAttribute("purposes", List.of("general", "catering", "accessibility"));
        model.addAttribute("modes", List.of("in-person", "online", "hybrid"));
        model.addAttribute("places", List.of("here", "elsewhere", "nowhere"));
        model.addAttribute("queues", List.of("automatic", "offer"));
        model.addAttribute("accessibilities", ACCESSIBILITY);
        model.addAttribute("admittable", admittable(event));
        return "organise-form";
    }

    /** What somebody else has saved where this form says something else. */
    Map<String, String> meanwhile(FilledForm form, WholeEvent saved, int filled, Reader reader) {
        FilledForm other = form(null);
        EventFilling.fill(other, saved);
        List<String> names = new ArrayList<>(EventFields.names());
        names.addAll(
                EventFields.questionNames(Math.max(filled, EventFields.questions(saved).size())));
        return Meanwhile.of(
                form, other, names, (field, value) -> words(field, value, reader.language()));
    }

    private String words(String field, String value, Language language) {
        if (!CHOICES.contains(field)) {
            return value;
        }
        String words = messages.getMessage(family(field) + value, null, value, language.locale());
        return words == null ? value : words;
    }

    private static String family(String field) {
        return field.equals(EventFields.ACCESSIBILITY)
                ? "event.accessibility."
                : Refused.FAMILY + "." + field + ".";
    }

    /** Who may be let in: members only of a network, those invited only where some are. */
    private static List<String> admittable(@Nullable WholeEvent event) {
        List<String> admittable = new ArrayList<>(ANYBODY);
        if (event != null && event.body().get("networkId") != null) {
            admittable.add("members");
        }
        if (event != null && event.part("registration").get("invited") != null) {
            admittable.add("invited");
        }
        return admittable;
    }
}
