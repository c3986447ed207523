package fi.kumppani.portal.letter;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;

/**
 * Where the links in letters lead: a page with a button, which confirms or leaves. Opening the page
 * never does anything; mail scanners open every link. A mail program's one click (RFC 8058) does
 * not come here: it is a POST that the gateway passes on.
 */
@Controller
@RequestMapping("/m/{code}/subscriptions")
class SubscriptionPages {

    private static final String CONFIRMATIONS =
            "/v1/municipalities/{municipality}/subscription-confirmations";

    private final LinkedPage page;
    private final Backends backends;

    SubscriptionPages(LinkedPage page, Backends backends) {
        this.page = page;
        this.backends = backends;
    }

    /** What is sent to confirm. */
    record Confirmation(String token, List<String> lists) {

        /** Says nothing of the token, so that no log does. */
        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }

    /** What is confirmed. */
    record Confirmed(List<MailingList> confirmed) {

        Confirmed {
            confirmed = List.copyOf(confirmed);
        }
    }

    /**
     * What a link would confirm.
     *
     * @param consent the text that was agreed to
     * @param alsoAsked lists that were asked for as well
     * @param confirmed whether it is confirmed, so that the link does nothing any more
     */
    record Wish(
            MailingList list,
            MailingList.Consent consent,
            List<MailingList> alsoAsked,
            boolean confirmed) {

        Wish {
            alsoAsked = List.copyOf(alsoAsked);
        }

        static Question<Wish> behind(String token, String municipality) {
            return Question.get(
                            Backend.NEWSLETTER,
                            Wish.class,
                            CONFIRMATIONS,
                            Map.of("municipality", municipality))
                    .with(Preferences.TOKEN, token);
        }
    }

    /** What is sent to leave. */
    record Departure(String token) {

        /** Says nothing of the token, so that no log does. */
        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /** The list that was left. */
    record Departed(MailingList left) {}

    /** A list by name. */
    record Named(String id, Told name) {}

    @GetMapping("/confirm")
    String askToConfirm(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        switch (backends.answer(reader, Wish.behind(token, code))) {
            case Answer.Found<Wish>(Wish wish) -> {
                model.addAttribute("list", named(List.of(wish.list()), reader).getFirst());
                model.addAttribute("consent", wish.consent().text());
                model.addAttribute("alsoAsked", named(wish.alsoAsked(), reader));
                model.addAttribute("isConfirmed", wish.confirmed());
            }
            case Answer.Missing<Wish> _ -> throw new NoSuchPageException();
            case Answer.Refused<Wish> _, Answer.Away<Wish> _ ->
                    throw new UnavailablePageException();
        }
        return page.of("subscription-confirm", code, token, reader, model);
    }

    @PostMapping("/confirmations")
    String confirm(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(name = "list", required = false) @Nullable List<String> lists,
            Reader reader,
            Model model) {
        Confirmed confirmed =
                done(
                        reader,
                        Question.post(
                                Backend.NEWSLETTER,
                                Confirmed.class,
                                CONFIRMATIONS,
                                Map.of("municipality", code),
                                new Confirmation(token, lists == null ? List.of() : lists)));
        model.addAttribute("confirmed", named(confirmed.confirmed(), reader));
        return page.of("subscription-confirmed", code, token, reader, model);
    }

    @GetMapping("/leave")
    String askToLeave(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        return page.of("subscription-leave", code, token, reader, model);
    }

    @PostMapping("/departures")
    String leave(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        Departed departed =
                done(
                        reader,
                        Question.post(
                                Backend.NEWSLETTER,
                                Departed.class,
                                "/v1/municipalities/{municipality}/subscription-departures",
                                Map.of("municipality", code),
                                new Departure(token)));
        model.addAttribute("left", named(List.of(departed.left()), reader).getFirst());
        return page.of("subscription-left", code, token, reader, model);
    }

    private <T> T done(Reader reader, Question<T> question) {
        return switch (backends.answer(reader, question)) {
            case Answer.Found<T>(T value) -> value;
            case Answer.Missing<T> _ -> throw new NoSuchPageException();
            case Answer.Refused<T>(var refusal) -> {
                if (refusal.tooMany()) {
                    throw new UnavailablePageException();
                }
                throw new NoSuchPageException();
            }
            case Answer.Away<T> _ -> throw new UnavailablePageException();
        };
    }

    private static List<Named> named(List<MailingList> lists, Reader reader) {
        return lists.stream()
                .map(
                        list ->
                                new Named(
                                        list.id(),
                                        list.name()
                                                .in(reader.language())
                                                .orElse(new Told(list.id(), "fi"))))
                .toList();
    }
}
