package fi.kumppani.portal.callwork;

import fi.kumppani.portal.callwork.CallPages.FormChoice;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The forms that applicants of a municipality can be asked to fill in. */
@Controller
@WritesForms
class FormsPage {

    private final CallPages pages;

    FormsPage(CallPages pages) {
        this.pages = pages;
    }

    @GetMapping("/m/{code}/work/forms")
    String see(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official officer = pages.officer(code, request, reader);
        model.addAttribute(
                "forms",
                Listed.of(FormQuestions.all(code, officer.person()), model, response)
                        .items()
                        .stream()
                        .map(each -> FormChoice.of(each, reader.language()))
                        .toList());
        pages.frame(code, CallPages.forms(code), reader, model);
        return "forms";
    }
}
