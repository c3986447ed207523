package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The mailing lists of the municipality. */
@Controller
@RequestMapping("/m/{code}/letters/lists")
class ListsPage {

    private final ListSheet sheet;

    ListsPage(ListSheet sheet) {
        this.sheet = sheet;
    }

    /** A list as a row shows it. */
    record Row(String href, Told name, @Nullable Told about, String audience, boolean open) {

        static Row of(String code, MailingList list, Language language) {
            return new Row(
                    ListSheet.one(code, list.id()),
                    list.name().told(language),
                    LocalizedText.maybe(list.about(), language),
                    ListFields.AUDIENCES.contains(list.audience()) ? list.audience() : "other",
                    list.open());
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = sheet.person(code, request, reader);
        Listing<MailingList> found =
                Listed.of(person.answer(MailingList.all(code)), model, response);
        sheet.frame(code, ListSheet.all(code), reader, model);
        model.addAttribute(
                "rows",
                found.items().stream().map(list -> Row.of(code, list, reader.language())).toList());
        return "mailing-lists";
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/letters/lists", request);
    }
}
