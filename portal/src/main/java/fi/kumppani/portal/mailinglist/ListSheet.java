package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.coordinator.Coordinators;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;

/** What the pages of mailing lists have in common. */
@Component
final class ListSheet {

    private static final int LONGEST = 5_000;

    private final Coordinators coordinators;
    private final Municipalities municipalities;
    private final Clock clock;

    ListSheet(Coordinators coordinators, Municipalities municipalities, Clock clock) {
        this.coordinators = coordinators;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** The address of the page of all lists. */
    static String all(String code) {
        return "/m/" + code + "/letters/lists";
    }

    /** The address of the page of one list. */
    static String one(String code, String id) {
        return all(code) + "/" + id;
    }

    /** Whoever is logged in, if they are a coordinator there. */
    Person person(String code, HttpServletRequest request, Reader reader) {
        return coordinators.of(code, request, reader);
    }

    /**
     * An empty form that keeps long texts whole.
     *
     * @param key what its hidden field brought back; empty for a new one
     */
    FilledForm form(String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()), LONGEST);
    }

    /** Puts what every such page shows at its top. */
    void frame(String code, String here, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", here);
        model.addAttribute("lists", all(code));
    }

    /** Puts a form on its page. */
    static void put(FilledForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("rows", AreaRows.of(form));
        model.addAttribute("audiences", ListFields.AUDIENCES);
        model.addAttribute("offered", ListFields.LANGUAGES);
    }
}
