package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The page on which an association's address for the municipality's mail is kept. */
@Component
public final class ContactSheet {

    private static final String EMAIL = "email";
    private static final String LANGUAGE = "language";
    private static final List<String> FIELDS = List.of(EMAIL, LANGUAGE);
    private static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::code).toList();

    private final MessageSource messages;
    private final Clock clock;

    ContactSheet(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Somebody at the page.
     *
     * @param code the municipality's
     * @param id the association's
     * @param association the page of the association, below which this one is
     */
    public record Visit(
            String code,
            String id,
            String association,
            Person person,
            Language language,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {}

    /** The page as it is opened; a form that was kept is filled in again. */
    public String open(Visit visit) {
        Optional<MultiValueMap<String, String>> kept = KeptForms.take(visit.request());
        if (kept.isPresent()) {
            FilledForm form = sent(kept.get());
            form.refuse("own.kept");
            return page(visit, form, Objects.requireNonNullElse(kept.get().getFirst("seen"), ""));
        }
        Versioned<ContactFacts> found = found(visit);
        return page(visit, filled(found.value(), visit.language()), found.version());
    }

    /**
     * Keeps what was sent and leads back to the association.
     *
     * @param seen the version that was shown
     */
    public String keep(Visit visit, MultiValueMap<String, String> sent, String seen) {
        FilledForm form = sent(sent);
        Map<String, String> contact = new LinkedHashMap<>();
        if (!form.value(EMAIL).isEmpty()) {
            FIELDS.forEach(field -> contact.put(field, form.value(field)));
        }
        return Outcome.of(
                visit.person().answer(ContactFacts.keep(visit.code(), visit.id(), contact, seen)),
                visit.response(),
                _ -> AfterActing.to(visit.association(), "contact", visit.request()),
                refusal -> refused(visit, form, seen, refusal),
                () -> {
                    form.refuse("registrar.away");
                    return page(visit, form, seen);
                });
    }

    private String refused(Visit visit, FilledForm form, String seen, Refusal refusal) {
        if (!refusal.isStale()) {
            form.refuse(
                    refusal,
                    "registrar",
                    List.of("dissolved"),
                    error -> "registrar.error.contact." + error.field());
            return page(visit, form, seen);
        }
        Versioned<ContactFacts> found = found(visit);
        form.refuse("registrar.stale");
        visit.model()
                .addAttribute(
                        "meanwhile",
                        Meanwhile.of(
                                form,
                                filled(found.value(), visit.language()),
                                FIELDS,
                                (field, value) -> word(field, value, visit.language())));
        return page(visit, form, found.version());
    }

    private String page(Visit visit, FilledForm form, String seen) {
        visit.model().addAttribute("form", form);
        visit.model().addAttribute("seen", seen);
        visit.model().addAttribute("languages", LANGUAGES);
        visit.model().addAttribute("up", visit.association());
        return "association-contact";
    }

    private static Versioned<ContactFacts> found(Visit visit) {
        return visit.person().found(ContactFacts.of(visit.code(), visit.id()));
    }

    private FilledForm filled(ContactFacts contact, Language reader) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put(EMAIL, contact.email());
        form.put(LANGUAGE, Objects.requireNonNullElse(contact.language(), reader.code()));
        return form;
    }

    private FilledForm sent(MultiValueMap<String, String> sent) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        FIELDS.forEach(field -> form.put(field, sent.getFirst(field)));
        return form;
    }

    private String word(String field, String value, Language reader) {
        return field.equals(LANGUAGE)
                ? Objects.requireNonNullElse(
                        messages.getMessage("language." + value, null, value, reader.locale()),
                        value)
                : value;
    }
}
