package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.List;

/** The page of one association, for whatever is done there. */
@Component
final class AssociationSheet {

    private static final List<String> DONE =
            List.of(
                    "registered",
                    "saved",
                    "verification",
                    "dissolution",
                    "confirmation-request",
                    "contact");

    /** The one that an association turned out to be, as the page leads there. */
    record Original(String id, Told name, String href) {}

    private final RegistrarPages pages;
    private final AssociationWords words;

    AssociationSheet(RegistrarPages pages, AssociationWords words) {
        this.pages = pages;
        this.words = words;
    }

    /** A coordinator at the page. */
    Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(
                code, RegistrarPages.association(code, id), request, reader, model, response);
    }

    /** The association as it is now. */
    Versioned<AssociationFacts> found(Visit visit, String id) {
        return visit.person().found(AssociationFacts.one(visit.code(), id));
    }

    /**
     * Puts on the page which one it turned out to be.
     *
     * @param original the id of that one; empty, its own or that of none when it is no other one
     */
    void putOriginal(Visit visit, String id, @Nullable String original) {
        if (original == null || original.isEmpty() || original.equals(id)) {
            return;
        }
        visit.person()
                .answer(AssociationFacts.one(visit.code(), original))
                .found()
                .ifPresent(
                        facts ->
                                visit.model()
                                        .addAttribute(
                                                "original",
                                                new Original(
                                                        facts.id(),
                                                        facts.name().told(visit.language()),
                                                        RegistrarPages.association(
                                                                visit.code(), facts.id()))));
    }

    /** The page as it is opened. */
    String page(Visit visit, String id, String done) {
        visit.say(done, DONE);
        Versioned<AssociationFacts> found = found(visit, id);
        return page(visit, found, words.form(found.value()));
    }

    /** The page after an act that was not done. */
    String page(Visit visit, String id, FilledForm form) {
        Versioned<AssociationFacts> found = found(visit, id);
        AssociationForm.fill(form, found.value());
        return page(visit, found, form);
    }

    /** The page with what was written, and what others have written meanwhile. */
    String stale(Visit visit, String id, FilledForm form) {
        Versioned<AssociationFacts> found = found(visit, id);
        form.refuse("registrar.stale");
        visit.model()
                .addAttribute("meanwhile", words.meanwhile(form, found.value(), visit.language()));
        return page(visit, found, form);
    }

    /** The page with a form. */
    String page(Visit visit, Versioned<AssociationFacts> found, FilledForm form) {
        AssociationFacts facts = found.value();
        Model model = visit.model();
        words.put(form, model);
        model.addAttribute("association", facts);
        if (facts.isDissolved()) {
            putOriginal(visit, facts.id(), facts.duplicateOf());
        }
        Confirmation.put(facts, visit.language(), model);
        model.addAttribute("name", facts.name().told(visit.language()));
        model.addAttribute(
                "since",
                facts.registeredAt() == null
                        ? null
                        : Formats.day(facts.registeredAt(), visit.language()));
        model.addAttribute("seen", found.version());
        return "registry-association";
    }
}
