package fi.kumppani.portal.callwork;

import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.List;

/** What the pages about planned calls have in common. */
@Component
final class CallPages {

    private final WorkPages pages;

    CallPages(WorkPages pages) {
        this.pages = pages;
    }

    /** A form that applicants can be asked to fill in. */
    record FormRow(String id, int version, LocalizedText title) {}

    /** A form in words. */
    record FormChoice(String id, int version, Told title) {

        static FormChoice of(FormRow row, Language language) {
            return new FormChoice(row.id(), row.version(), row.title().told(language));
        }
    }

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
        model.addAttribute("formsHref", forms(code));
    }

    /** The address of all forms. */
    static String forms(String code) {
        return WorkPages.queue(code) + "/forms";
    }

    /** The address of a form. */
    static String form(String code, String id) {
        return forms(code) + "/" + id;
    }

    /** The forms of the municipality. */
    List<FormChoice> forms(String code, Official officer, Reader reader) {
        return PageSubject.of(FormQuestions.all(code, officer.person())).items().stream()
                .map(each -> FormChoice.of(each, reader.language()))
                .toList();
    }
}
