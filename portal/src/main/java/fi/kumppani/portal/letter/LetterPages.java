package fi.kumppani.portal.letter;

import fi.kumppani.portal.OutsidePictures;
import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
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

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Shows the letters of a municipality and takes wishes to get the next ones. */
@Controller
@RequestMapping("/m/{code}/letters")
class LetterPages {

    private static final int MOST_LETTERS = 20;
    private static final int LONGEST_QUERY = 100;

    private final Municipalities municipalities;
    private final Backends backends;
    private final Subscribing subscribing;
    private final SubscriptionForm choices;
    private final PortalSettings portal;
    private final Clock clock;

    LetterPages(
            Municipalities municipalities,
            Backends backends,
            Subscribing subscribing,
            SubscriptionForm choices,
            PortalSettings portal,
            Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.subscribing = subscribing;
        this.choices = choices;
        this.portal = portal;
        this.clock = clock;
    }

    /** What is sent to get a link. */
    record LinkWish(String email) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "LinkWish[]";
        }
    }

    @GetMapping
    String all(
            @PathVariable String code,
            @RequestParam(name = "q", defaultValue = "") String query,
            Reader reader,
            Model model) {
        FilledForm form = form(reader);
        String asked = query.strip();
        form.put("q", asked.length() > LONGEST_QUERY ? asked.substring(0, LONGEST_QUERY) : asked);
        return page(municipality(code, reader), form, List.of(), reader, model);
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String code,
            @PathVariable String id,
            Reader reader,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("municipality", municipality(code, reader));
        LetterFacts letter = PageSubject.of(backends.answer(reader, LetterFacts.one(code, id)));
        LetterView view = LetterView.of(letter, reader.language());
        OutsidePictures.allow(request, view.pictures());
        model.addAttribute("letter", view);
        return "letter";
    }

    @PostMapping
    String subscribe(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality = municipality(code, reader);
        FilledForm form = Subscribing.filled(FormKeys.next(clock.instant()), sent);
        return switch (subscribing.subscribe(code, form, "/m/" + code + "/letters", reader)) {
            case Subscribing.Outcome.Asked() -> asked(municipality, "asked.text", model);
            case Subscribing.Outcome.Again(int status, List<Named> found) -> {
                response.setStatus(status);
                yield page(municipality, form, found, reader, model);
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
        Municipality municipality = municipality(code, reader);
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
                FilledForm form = form(reader);
                form.put("email", email);
                form.refuse(refusal, Subscribing.FAMILY, List.of());
                yield page(municipality, form, List.of(), reader, model);
            }
            case Answer.Away<Subscribing.Asked> _ -> throw new UnavailablePageException();
        };
    }

    private FilledForm form(Reader reader) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("language", reader.language().code());
        return form;
    }

    private static String asked(Municipality municipality, String text, Model model) {
        model.addAttribute("municipality", municipality);
        model.addAttribute("text", text);
        return "subscription-asked";
    }

    private Municipality municipality(String code, Reader reader) {
        return municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
    }

    private String page(
            Municipality municipality,
            FilledForm form,
            List<Named> found,
            Reader reader,
            Model model) {
        String code = municipality.code();
        String path = "/m/" + code + "/letters";
        String query = form.value("q");
        var letters = backends.ask(reader, LetterFacts.found(code, query, MOST_LETTERS));
        choices.show(code, form, found, reader, model);
        model.addAttribute("municipality", municipality);
        model.addAttribute("here", path);
        model.addAttribute("embeddable", portal.at(path));
        model.addAttribute("query", query);
        model.addAttribute("lettersAway", letters.join().isLacking());
        model.addAttribute(
                "letters",
                letters.join().found().stream()
                        .flatMap(listing -> listing.items().stream())
                        .map(letter -> LetterView.of(letter, reader.language()))
                        .toList());
        return "letters";
    }
}
