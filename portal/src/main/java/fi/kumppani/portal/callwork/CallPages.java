package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.List;
import java.util.Map;

/** What the pages about planned calls have in common. */
@Component
final class CallPages {

    private static final ParameterizedTypeReference<Listing<FormRow>> FORMS =
            new ParameterizedTypeReference<>() {};

    private final WorkPages pages;

    CallPages(WorkPages pages) {
        this.pages = pages;
    }

    /** A form that applicants can be asked to fill in. */
    record FormRow(String id, int version, LocalizedText title) {}

    /** A form in words. */
    record FormChoice(String id, int version, Told title) {}

    /** The address of all calls. */
    static String all(String code) {
        return WorkPages.queue(code) + "/calls";
    }

    /** The address of a draft. */
    static String edit(String code, String id) {
        return WorkPages.call(code, id) + "/edit";
    }

    /** The address at which a draft is published. */
    static String publication(String code, String id) {
        return WorkPages.call(code, id) + "/publication";
    }

    /** Whoever is logged in, if they handle grants there; those who only decide plan no calls. */
    Official officer(String code, HttpServletRequest request, Reader reader) {
        Official official = pages.official(code, request, reader);
        if (!official.handles()) {
            throw new NoSuchPageException();
        }
        return official;
    }

    /** Whoever is logged in, if they handle or decide grants there. */
    Official official(String code, HttpServletRequest request, Reader reader) {
        return pages.official(code, request, reader);
    }

    void frame(String code, String path, Reader reader, Model model) {
        pages.frame(code, path, reader, model);
        model.addAttribute("callsHref", all(code));
    }

    /** The forms of the municipality. */
    List<FormChoice> forms(String code, Official officer, Reader reader) {
        return PageSubject.of(
                        WholeList.of(
                                officer.person(),
                                from ->
                                        Question.page(
                                                Backend.GRANTS,
                                                FORMS,
                                                "/v1/municipalities/{municipality}/forms",
                                                Map.of("municipality", code),
                                                from,
                                                WholeList.AT_ONCE)))
                .items()
                .stream()
                .map(
                        each ->
                                new FormChoice(
                                        each.id(),
                                        each.version(),
                                        each.title().told(reader.language())))
                .toList();
    }
}
