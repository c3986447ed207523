package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.List;
import java.util.Map;

/** Where the link in a mail about a decision leads: the decision with its reasons. */
@Controller
class ApplicationPage {

    private final Municipalities municipalities;
    private final Backends backends;

    ApplicationPage(Municipalities municipalities, Backends backends) {
        this.municipalities = municipalities;
        this.backends = backends;
    }

    @GetMapping("/m/{code}/applications/{id}")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", "/m/" + code);
        Question<DecisionFacts> question =
                Question.get(
                        Backend.GRANTS,
                        DecisionFacts.class,
                        "/v1/municipalities/{municipality}/applications/{id}/view?token={token}",
                        Map.of("municipality", code, "id", id, "token", token));
        return switch (backends.answer(reader, question)) {
            case Answer.Found<DecisionFacts>(DecisionFacts facts) -> {
                model.addAttribute("decision", DecisionView.of(facts, reader.language()));
                if (hasDocument(code, id, token, reader)) {
                    model.addAttribute("document", document(code, id, token, reader));
                }
                yield "application";
            }
            case Answer.Missing<DecisionFacts> _ -> {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                yield "application";
            }
            case Answer.Refused<DecisionFacts> _, Answer.Away<DecisionFacts> _ ->
                    throw new UnavailablePageException();
        };
    }

    /** In which languages there is one. */
    record Documents(List<String> languages) {

        Documents {
            languages = List.copyOf(languages);
        }
    }

    private boolean hasDocument(String code, String id, String token, Reader reader) {
        return backends.answer(
                        reader,
                        Question.get(
                                Backend.GRANTS,
                                Documents.class,
                                "/v1/municipalities/{municipality}/applications/{id}/view/documents?token={token}",
                                Map.of("municipality", code, "id", id, "token", token)))
                .found()
                .filter(found -> found.languages().contains(reader.language().code()))
                .isPresent();
    }

    private static String document(String code, String id, String token, Reader reader) {
        return UriComponentsBuilder.fromPath(
                        "/api/grants/v1/municipalities/{code}/applications/{id}/view/document.pdf")
                .queryParam("language", reader.language().code())
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(code, id, token)
                .toUriString();
    }
}
