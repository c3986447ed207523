package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.association.Wanted;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.reader.Language;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** Shows the facts of an association in a form, in words that people read. */
@Component
public final class AssociationWords {

    private final MessageSource messages;
    private final Clock clock;

    AssociationWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The facts in a form. */
    public FilledForm form(AssociationFacts facts) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        AssociationForm.fill(form, facts);
        return form;
    }

    /** Puts a form on the page with what one chooses from. */
    public void put(FilledForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("legalForms", LegalForms.ALL);
        model.addAttribute("purposeClasses", Wanted.CLASSES);
    }

    /** What somebody else has saved where a form says something else, by field. */
    public Map<String, String> meanwhile(FilledForm sent, AssociationFacts now, Language language) {
        return Meanwhile.of(
                sent,
                form(now),
                AssociationForm.FIELDS,
                (field, value) -> value.isEmpty() ? value : word(field, value, language));
    }

    private String word(String field, String value, Language language) {
        String key =
                switch (field) {
                    case "form" -> "call.form." + value;
                    case "purposeClass" -> "association.purpose." + value;
                    case "active" -> "own.yes";
                    default -> "";
                };
        return key.isEmpty()
                ? value
                : Objects.requireNonNullElse(
                        messages.getMessage(key, null, value, language.locale()), value);
    }
}
