package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.registration.RegistrationPage.Address;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * Whoever holds the link of a registration takes away what they said (GDPR Art. 15 and 20), and has
 * it erased (Art. 17): a page says what goes, and its button does it.
 */
@Controller
@RequestMapping("/m/{code}/registrations/{event}/{number}")
class OwnDataPage {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
            new ParameterizedTypeReference<>() {};

    private final FindEvent events;
    private final Backends backends;
    private final JsonMapper json;

    OwnDataPage(FindEvent events, Backends backends, JsonMapper json) {
        this.events = events;
        this.backends = backends;
        this.json = json;
    }

    /** All that was said, in the words of the service, also those that no page knows. */
    @GetMapping("/said")
    ResponseEntity<byte[]> export(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader) {
        Map<String, Object> said = said(new Address(code, event, number), token, reader);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("kumppani-" + code + "-" + number + ".json")
                                .build()
                                .toString())
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(said));
    }

    @GetMapping("/erasure")
    String explain(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        Address address = new Address(code, event, number);
        said(address, token, reader);
        return page(address, token, reader, model);
    }

    @PostMapping("/erasure")
    String erase(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Address address = new Address(code, event, number);
        Answer<Done> answer =
                backends.answer(
                        reader,
                        Question.post(
                                        Backend.EVENTS,
                                        Done.class,
                                        RegistrationPage.REGISTRATION + "/erasure",
                                        address.variables(),
                                        Map.of())
                                .with(RegistrationPage.TOKEN, token)
                                .orNothing(new Done()));
        return switch (answer) {
            case Answer.Found<Done> _ -> {
                model.addAttribute("event", events.find(code, event, reader));
                model.addAttribute("here", "/m/" + code);
                yield "registration-erased";
            }
            case Answer.Missing<Done> _ -> throw new NoSuchPageException();
            case Answer.Refused<Done>(var refusal) -> {
                response.setStatus(refusal.status());
                model.addAttribute("refusal", "erase.away");
                yield page(address, token, reader, model);
            }
            case Answer.Away<Done> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                model.addAttribute("refusal", "erase.away");
                yield page(address, token, reader, model);
            }
        };
    }

    private Map<String, Object> said(Address address, String token, Reader reader) {
        Answer<Map<String, Object>> answer =
                backends.answer(
                        reader,
                        new Question<>(
                                        Backend.EVENTS,
                                        HttpMethod.GET,
                                        OBJECT,
                                        RegistrationPage.REGISTRATION + "/said",
                                        address.variables(),
                                        Map.of(),
                                        Map.of(),
                                        null)
                                .with(RegistrationPage.TOKEN, token));
        return PageSubject.of(answer);
    }

    private String page(Address address, String token, Reader reader, Model model) {
        model.addAttribute("event", events.find(address.code(), address.event(), reader));
        model.addAttribute("address", address);
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + address.code());
        return "registration-erasure";
    }
}
