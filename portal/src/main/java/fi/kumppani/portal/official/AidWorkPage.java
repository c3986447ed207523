package fi.kumppani.portal.official;

import fi.kumppani.portal.aid.AidDeclaration;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
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

/**
 * What an applicant has of de minimis aid, for those who handle and decide; officers note what the
 * applicant declared to them.
 */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}/" + AidWorkPage.NAME)
class AidWorkPage {

    static final String NAME = "de-minimis";

    private static final String SAVED = "saved";

    private final ApplicationForms forms;
    private final AidDeclaration declaration;

    AidWorkPage(ApplicationForms forms, AidDeclaration declaration) {
        this.forms = forms;
        this.declaration = declaration;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = forms.subject(code, id, request, reader, _ -> true);
        if (done.equals(SAVED)) {
            model.addAttribute("done", done);
        }
        declaration.show(subject.official().person(), code, id, request, reader, model);
        return page(subject, reader, model);
    }

    @PostMapping
    String note(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.subject(code, id, request, reader, Official::handles);
        return declaration.save(
                subject.official().person(),
                code,
                id,
                sent,
                reader,
                model,
                response,
                () -> AfterActing.to(WorkPages.application(code, id) + "/" + NAME, SAVED, request),
                () -> page(subject, reader, model));
    }

    private String page(Subject subject, Reader reader, Model model) {
        forms.head(subject, NAME, reader, model);
        model.addAttribute("notable", subject.official().handles());
        return "work-aid";
    }
}
