package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.FindSeries;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Instant;
import java.util.Map;

/**
 * Whoever follows a series sees by their link what they follow and all that is known of them,
 * confirms their address, and leaves; only a button does either.
 */
@Controller
@RequestMapping("/m/{code}/series/{id}/following/{number}")
class FollowingPage {

    private static final String FOLLOWER =
            "/v1/municipalities/{municipality}/series/{id}/registrations/{number}";

    private final FindSeries findSeries;
    private final Backends backends;

    FollowingPage(FindSeries findSeries, Backends backends) {
        this.findSeries = findSeries;
        this.backends = backends;
    }

    /**
     * All that is known of a follower, as events-service tells it.
     *
     * @param addressConfirmedAt absent as long as they have not confirmed their address
     */
    record Following(
            Instant joinedAt,
            String name,
            String email,
            String language,
            @Nullable Instant addressConfirmedAt) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Following[]";
        }
    }

    /** Which follower, as the address says. */
    private record Address(String code, String id, String number) {

        Map<String, String> variables() {
            return Map.of("municipality", code, "id", id, "number", number);
        }

        String path() {
            return "/m/" + code + "/series/" + id + "/following/" + number;
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        return page(new Address(code, id, number), token, reader, model);
    }

    @PostMapping("/address-confirmation")
    String confirm(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Address address = new Address(code, id, number);
        if (did(address, "/address-confirmation", token, reader, response)) {
            model.addAttribute("confirmed", true);
        } else {
            model.addAttribute("refusal", "following.away");
        }
        return page(address, token, reader, model);
    }

    @PostMapping("/leaving")
    String leave(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Address address = new Address(code, id, number);
        if (did(address, "/leaving", token, reader, response)) {
            model.addAttribute("series", findSeries.find(code, id, reader));
            model.addAttribute("here", "/m/" + code + "/series/" + id);
            return "following-left";
        }
        model.addAttribute("refusal", "following.away");
        return page(address, token, reader, model);
    }

    /** Whether it was done; the response says so when not. */
    private boolean did(
            Address address,
            String act,
            String token,
            Reader reader,
            HttpServletResponse response) {
        Answer<Done> answer =
                backends.answer(
                        reader,
                        Question.post(
                                        Backend.EVENTS,
                                        Done.class,
                                        FOLLOWER + act,
                                        address.variables(),
                                        Map.of())
                                .with(RegistrationPage.TOKEN, token)
                                .orNothing(new Done()));
        return switch (answer) {
            case Answer.Found<Done> _ -> true;
            case Answer.Missing<Done> _ -> throw new NoSuchPageException();
            case Answer.Refused<Done>(var refusal) -> {
                response.setStatus(refusal.status());
                yield false;
            }
            case Answer.Away<Done> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                yield false;
            }
        };
    }

    private String page(Address address, String token, Reader reader, Model model) {
        Following following = following(address, token, reader);
        model.addAttribute("series", findSeries.find(address.code(), address.id(), reader));
        model.addAttribute("following", following);
        model.addAttribute("since", Formats.moment(following.joinedAt(), reader.language()));
        model.addAttribute("path", address.path());
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + address.code() + "/series/" + address.id());
        return "following";
    }

    private Following following(Address address, String token, Reader reader) {
        return PageSubject.of(
                backends.answer(
                        reader,
                        Question.get(Backend.EVENTS, Following.class, FOLLOWER, address.variables())
                                .with(RegistrationPage.TOKEN, token)));
    }
}
