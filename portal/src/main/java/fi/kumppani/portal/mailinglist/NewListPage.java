package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;

/** Creates a mailing list. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/letters/lists/new")
class NewListPage {

    private final ListSheet sheet;

    NewListPage(ListSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping
    String see(@PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        var _ = sheet.person(code, request, reader);
        FilledForm form = sheet.form("");
        ListFields.fillNew(form);
        KeptForms.fill(form, request, sent -> ListFields.keep(form, sent));
        return page(code, form, reader, model);
    }

    /**
     * Creates it.
     *
     * @param key what makes the form sent twice one list
     */
    @PostMapping
    String create(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = sheet.person(code, request, reader);
        FilledForm form = sheet.form(key);
        ListFields.keep(form, sent);
        Map<String, Object> profile = ListFields.read(form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, form, reader, model);
        }
        return Outcome.of(
                person.answer(MailingList.create(code, profile, form.key())),
                response,
                made -> AfterActing.to(ListSheet.one(code, made.id()), "created", request),
                refusal -> {
                    ListFields.refuse(form, refusal);
                    return page(code, form, reader, model);
                },
                () -> {
                    form.refuse(ListFields.FAMILY + ".away");
                    return page(code, form, reader, model);
                });
    }

    private String page(String code, FilledForm form, Reader reader, Model model) {
        sheet.frame(code, ListSheet.all(code) + "/new", reader, model);
        ListSheet.put(form, model);
        return "mailing-list-new";
    }
}
