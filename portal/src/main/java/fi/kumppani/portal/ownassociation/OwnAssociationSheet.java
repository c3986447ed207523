package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.application.Representatives;
import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.registrar.AssociationWords;
import fi.kumppani.portal.registrar.Confirmation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one's own association, for whatever is done there. */
@Component
final class OwnAssociationSheet {

    private final Representatives representatives;
    private final Municipalities municipalities;
    private final AssociationWords words;

    OwnAssociationSheet(
            Representatives representatives,
            Municipalities municipalities,
            AssociationWords words) {
        this.representatives = representatives;
        this.municipalities = municipalities;
        this.words = words;
    }

    /**
     * A representative at the page of an association whose data they keep right.
     *
     * @param code the municipality's
     * @param id the association's
     */
    record Visit(
            String code,
            String id,
            Person person,
            Reader reader,
            Model model,
            HttpServletResponse response) {

        String path() {
            return OwnAssociations.path(code, id);
        }
    }

    /**
     * Whoever is logged in.
     *
     * @throws NoSuchPageException when they do not keep this association's data
     */
    Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = representatives.of(request, reader);
        Listing<AssociationFacts> own = PageSubject.of(person.answer(OwnAssociations.in(code)));
        if (own.items().stream().noneMatch(each -> each.id().equals(id))) {
            throw new NoSuchPageException();
        }
        return new Visit(code, id, person, reader, model, response);
    }

    /** The association as it is now. */
    Versioned<AssociationFacts> found(Visit visit) {
        return visit.person().found(AssociationFacts.one(visit.code(), visit.id()));
    }

    /** The page as it is opened. */
    String page(Visit visit) {
        Versioned<AssociationFacts> found = found(visit);
        return page(visit, found, words.form(found.value()));
    }

    /**
     * The page that says why something was not done.
     *
     * @param why the key of the text
     */
    String refused(Visit visit, String why) {
        visit.model().addAttribute("refusal", why);
        return page(visit);
    }

    /** Puts what every page of one's association shows at its top. */
    void putPlace(Visit visit, String here) {
        visit.model()
                .addAttribute(
                        "municipality",
                        municipalities
                                .find(visit.code(), visit.reader())
                                .orElseThrow(NoSuchPageException::new));
        visit.model().addAttribute("here", here);
    }

    /** The page with what was written, and what others have written meanwhile. */
    String stale(Visit visit, FilledForm form) {
        Versioned<AssociationFacts> found = found(visit);
        form.refuse("registrar.stale");
        visit.model()
                .addAttribute(
                        "meanwhile",
                        words.meanwhile(form, found.value(), visit.reader().language()));
        return page(visit, found, form);
    }

    /** The page with a form that was filled in to an earlier version. */
    String page(Visit visit, FilledForm form, String seen) {
        return page(visit, new Versioned<>(found(visit).value(), seen), form);
    }

    private String page(Visit visit, Versioned<AssociationFacts> found, FilledForm form) {
        Model model = visit.model();
        words.put(form, model);
        putPlace(visit, visit.path());
        model.addAttribute("association", found.value());
        Confirmation.put(found.value(), visit.reader().language(), model);
        model.addAttribute("name", found.value().name().told(visit.reader().language()));
        model.addAttribute("seen", found.version());
        model.addAttribute(
                "networks",
                OwnNetworks.of(
                        visit.person(), visit.code(), visit.id(), visit.reader().language()));
        return "own-association";
    }
}
