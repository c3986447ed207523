package fi.kumppani.portal.letter;

import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/** Takes wishes to get the letters of a municipality. */
@Controller
@RequestMapping("/m/{code}/letters")
class SubscribePages {

    private final LettersPage letters;
    private final Backends backends;
    private final Subscribing subscribing;

    SubscribePages(LettersPage letters, Backends backends, Subscribing subscribing) {
        this.letters = letters;
        this.backends = backends;
        this.subscribing = subscribing;
    }

    /** What is sent to get a link. */
    record LinkWish(String email) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "LinkWish[]";
        }
    }

    @PostMapping
    String subscribe(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality = letters.municipality(code, reader);
        FilledForm form = Subscribing.filled(letters.key(), sent);
        return switch (subscribing.subscribe(code, form, "/m/" + code + "/letters", reader)) {
            case Subscribing.Outcome.Asked() -> asked(municipality, "asked.text", model);
            case Subscribing.Outcome.Again(int status, List<Named> found) -> {
                response.setStatus(status);
                yield letters.show(municipality, form, found, reader, model);
            }
        };
    }

    /** Mails the link to what somebody has chosen, if they read anything; says the same to all. */
    @PostMapping("/links")
    String mailLink(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String email,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality = letters.municipality(code, reader);
        Answer<Subscribing.Asked> answer =
                backends.answer(
                        reader,
                        Question.post(
                                Backend.NEWSLETTER,
                                Subscribing.Asked.class,
                                "/v1/municipalities/{municipality}/preference-links",
                                Map.of("municipality", code),
                                new LinkWish(email.strip())));
        return switch (answer) {
            case Answer.Found<Subscribing.Asked> _ ->
                    asked(municipality, "preferences.asked.text", model);
            case Answer.Missing<Subscribing.Asked> _ -> throw new NoSuchPageException();
            case Answer.Refused<Subscribing.Asked>(var refusal) -> {
                response.setStatus(refusal.status());
                FilledForm form = letters.form(reader);
                form.put("email", email);
                form.refuse(refusal, Subscribing.FAMILY, List.of());
                yield letters.show(municipality, form, List.of(), reader, model);
            }
            case Answer.Away<Subscribing.Asked> _ -> throw new UnavailablePageException();
        };
    }

    private static String asked(Municipality municipality, String text, Model model) {
        model.addAttribute("municipality", municipality);
        model.addAttribute("text", text);
        return "subscription-asked";
    }
}
