package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/**
 * Answers anybody, before any login, whether an association could apply to a call, rule by rule;
 * what was said stands in the address alone.
 */
@Controller
class EligibilityPage {

    private final Municipalities municipalities;
    private final Backends backends;

    EligibilityPage(Municipalities municipalities, Backends backends) {
        this.municipalities = municipalities;
        this.backends = backends;
    }

    @GetMapping("/m/{code}/calls/{id}/eligibility")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> said,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        CallDetails call = PageSubject.of(backends.answer(reader, CallDetails.one(code, id)));
        FilledForm form = AnybodyForm.filled(said);
        AnybodyForm.of(code, call, form, reader.language()).put(model);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("callHref", "/m/" + code + "/calls/" + call.id());
        model.addAttribute("apply", "/m/" + code + "/my/calls/" + call.id());
        if (!AnybodyForm.saysAnything(form)) {
            return "call-eligibility";
        }
        Map<String, String> read = AnybodyForm.read(form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return "call-eligibility";
        }
        return Outcome.of(
                backends.answer(
                        reader,
                        EligibilityFacts.forAnybody(
                                code, id, read, form.values(AnybodyForm.DECLARED))),
                response,
                answer -> {
                    model.addAttribute("rules", answer.told(reader.language()));
                    model.addAttribute("possible", answer.possible());
                    return "call-eligibility";
                },
                refusal -> {
                    form.refuse(refusal, AnybodyForm.FAMILY, List.of());
                    return "call-eligibility";
                },
                () -> {
                    form.refuse(AnybodyForm.FAMILY + ".away");
                    return "call-eligibility";
                });
    }
}
