package fi.kumppani.portal.start;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.event.EventRow;
import fi.kumppani.portal.grant.CallFacts;
import fi.kumppani.portal.letter.LetterFacts;
import fi.kumppani.portal.municipality.Hosts;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.start.StartView.Part;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Shows upcoming events, open calls and the latest letters. Each part is asked for at the same time
 * as the others, and says so when its service does not answer; the rest is there all the same.
 */
@Controller
class StartPage {

    private static final int MOST_EVENTS = 8;
    private static final int MOST_CALLS = 6;
    private static final int MOST_LETTERS = 4;

    private final Municipalities municipalities;
    private final Hosts hosts;
    private final Backends backends;
    private final Clock clock;

    StartPage(Municipalities municipalities, Hosts hosts, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.hosts = hosts;
        this.backends = backends;
        this.clock = clock;
    }

    @GetMapping("/")
    String all(HttpServletRequest request, Reader reader, Model model) {
        Optional<String> own = hosts.municipality(request);
        if (own.isPresent()) {
            return one(own.get(), request, reader, model);
        }
        List<Municipality> taking = municipalities.all(reader);
        model.addAttribute("start", view(taking, null, taking, reader));
        return "start";
    }

    /** One municipality; on a host of its own there is no other to choose. */
    @GetMapping("/m/{code}")
    String one(@PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        Municipality chosen =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        List<Municipality> choice =
                hosts.municipality(request).isPresent() ? List.of() : municipalities.all(reader);
        model.addAttribute("start", view(choice, chosen, List.of(chosen), reader));
        return "start";
    }

    private StartView view(
            List<Municipality> choice,
            @Nullable Municipality chosen,
            List<Municipality> shown,
            Reader reader) {
        var now = clock.instant();
        var language = reader.language();
        var events = ask(shown, reader, code -> EventFacts.upcoming(code, MOST_EVENTS));
        var calls = ask(shown, reader, code -> CallFacts.open(code, MOST_CALLS));
        var letters = ask(shown, reader, code -> LetterFacts.latest(code, MOST_LETTERS));
        return new StartView(
                choice,
                chosen,
                part(
                        events,
                        event -> event.endsAt().isAfter(now),
                        Comparator.comparing(EventFacts::startsAt),
                        MOST_EVENTS,
                        (of, event) -> EventRow.of(of, event, now, language)),
                part(
                        calls,
                        call -> call.closesAt().isAfter(now),
                        Comparator.comparing(CallFacts::closesAt),
                        MOST_CALLS,
                        (of, call) -> StartView.Call.of(of, call, language)),
                part(
                        letters,
                        _ -> true,
                        Comparator.comparing(LetterFacts::sentAt).reversed(),
                        MOST_LETTERS,
                        (of, letter) -> StartView.Letter.of(of, letter, language)));
    }

    private <F> List<Asked<F>> ask(
            List<Municipality> shown,
            Reader reader,
            Function<String, Question<Listing<F>>> question) {
        return shown.stream()
                .map(of -> new Asked<>(of, backends.askRecent(reader, question.apply(of.code()))))
                .toList();
    }

    private static <F, V> Part<V> part(
            List<Asked<F>> asked,
            Predicate<F> isShown,
            Comparator<F> order,
            int most,
            BiFunction<Municipality, F, V> view) {
        List<V> items =
                asked.stream()
                        .flatMap(Asked::found)
                        .filter(found -> isShown.test(found.facts()))
                        .sorted(Comparator.comparing(Found::facts, order))
                        .limit(most)
                        .map(found -> view.apply(found.of(), found.facts()))
                        .toList();
        return new Part<>(items, asked.stream().anyMatch(Asked::isLacking));
    }

    private record Asked<F>(Municipality of, CompletableFuture<Answer<Listing<F>>> answer) {

        Stream<Found<F>> found() {
            return answer.join().found().stream()
                    .flatMap(listing -> listing.items().stream())
                    .map(facts -> new Found<>(of, facts));
        }

        boolean isLacking() {
            return answer.join().isLacking();
        }
    }

    private record Found<F>(Municipality of, F facts) {}
}
