package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.backend.Versioned;
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
import java.util.Objects;
import java.util.Set;

/**
 * One mailing list, which is described anew, closed or opened. That its issues need no second
 * person any more is asked for by one person and done by another.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/letters/lists/{id}")
class ListPage {

    private static final Set<String> DONE = Set.of("created", "saved");

    private final ListSheet sheet;

    ListPage(ListSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = sheet.person(code, request, reader);
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        Versioned<MailingList> found = person.found(MailingList.one(code, id));
        FilledForm form = sheet.form("");
        ListFields.fill(form, found.value());
        String[] seen = {found.version()};
        KeptForms.fill(
                form,
                request,
                sent -> {
                    ListFields.keep(form, sent);
                    seen[0] = Objects.requireNonNullElse(sent.getFirst("seen"), "");
                });
        return page(code, found.value(), form, seen[0], reader, model);
    }

    /**
     * Saves it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = sheet.person(code, request, reader);
        MailingList list = person.found(MailingList.one(code, id)).value();
        FilledForm form = sheet.form("");
        ListFields.keep(form, sent);
        Map<String, Object> profile = ListFields.read(form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, list, form, seen, reader, model);
        }
        return Outcome.of(
                person.answer(MailingList.change(code, id, profile, seen)),
                response,
                _ -> AfterActing.to(ListSheet.one(code, id), "saved", request),
                refusal -> {
                    if (refusal.isStale()) {
                        Versioned<MailingList> now = person.found(MailingList.one(code, id));
                        form.refuse("own.stale");
                        model.addAttribute("meanwhile", ListFields.meanwhile(form, now.value()));
                        return page(code, now.value(), form, now.version(), reader, model);
                    }
                    ListFields.refuse(form, refusal);
                    return page(code, list, form, seen, reader, model);
                },
                () -> {
                    form.refuse(ListFields.FAMILY + ".away");
                    return page(code, list, form, seen, reader, model);
                });
    }

    private String page(
            String code,
            MailingList list,
            FilledForm form,
            String seen,
            Reader reader,
            Model model) {
        sheet.frame(code, ListSheet.one(code, list.id()), reader, model);
        ListSheet.put(form, model);
        model.addAttribute("name", list.name().told(reader.language()));
        model.addAttribute("isOpen", list.open());
        model.addAttribute("endAsked", Boolean.TRUE.equals(list.fourEyesEndAsked()));
        model.addAttribute("seen", seen);
        return "mailing-list";
    }
}
