package fi.kumppani.portal.registration;

import fi.kumppani.portal.WebAddress;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the link in a mail about a registration leads: how it stands, and buttons for what its
 * holder may do. Opening the page never does anything; mail scanners open every link.
 */
@Controller
@RequestMapping("/m/{code}/registrations/{event}/{number}")
class RegistrationPage {

    static final String TOKEN = "X-Link-Token";
    static final String REGISTRATION =
            "/v1/municipalities/{municipality}/events/{event}/registrations/{number}";
    private static final Set<String> TOO_LATE =
            Set.of("offer-lapsed", "registration-ended", "nothing-offered");

    private final FindEvent events;
    private final FindAssociations associations;
    private final Backends backends;
    private final PrivacySettings privacy;
    private final Clock clock;

    RegistrationPage(
            FindEvent events,
            FindAssociations associations,
            Backends backends,
            PrivacySettings privacy,
            Clock clock) {
        this.events = events;
        this.associations = associations;
        this.backends = backends;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** Which registration, as the address says. */
    record Address(String code, String event, String number) {

        Map<String, String> variables() {
            return Map.of("municipality", code, "event", event, "number", number);
        }

        /** Its page, without the token. */
        public String path() {
            return "/m/" + code + "/registrations/" + event + "/" + number;
        }
    }

    /**
     * How a registration stands, in words.
     *
     * @param acceptBy until when an offer can be accepted
     * @param acceptMinutes whole minutes left for that
     * @param confirmAddressBy until when the address has to be confirmed
     * @param quota the title of the quota
     * @param group the title of the workshop group
     * @param online where to join
     * @param webcal the calendar's address for programs that follow it
     */
    record Standing(
            @Nullable String acceptBy,
            @Nullable Long acceptMinutes,
            @Nullable String confirmAddressBy,
            @Nullable Choice quota,
            @Nullable Choice group,
            @Nullable String online,
            @Nullable String webcal) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        Address address = new Address(code, event, number);
        return page(address, registered(address, token, reader), token, reader, model);
    }

    @PostMapping("/{action:cancellation|acceptance|address-confirmation|handover}")
    String act(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Address address = new Address(code, event, number);
        Answer<Registered> answer =
                backends.answer(
                        reader,
                        Question.post(
                                        Backend.EVENTS,
                                        Registered.class,
                                        REGISTRATION + "/" + action,
                                        address.variables(),
                                        Map.of())
                                .with(TOKEN, token));
        return switch (answer) {
            case Answer.Found<Registered> _ when action.equals("handover") -> {
                model.addAttribute("event", events.find(code, event, reader));
                yield "registration-handed-over";
            }
            case Answer.Found<Registered> _ -> {
                model.addAttribute("done", action);
                yield page(address, registered(address, token, reader), token, reader, model);
            }
            case Answer.Missing<Registered> _ -> throw new NoSuchPageException();
            case Answer.Refused<Registered>(var refusal) -> {
                response.setStatus(refusal.status());
                model.addAttribute("refusal", text(refusal));
                yield page(address, registered(address, token, reader), token, reader, model);
            }
            case Answer.Away<Registered> _ -> throw new UnavailablePageException();
        };
    }

    @GetMapping("/change")
    String fillIn(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        Address address = new Address(code, event, number);
        Said said = said(address, token, reader);
        EventView view = events.find(code, event, reader);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        RegistrationForms.fill(form, said, view);
        return changePage(address, view, form, said, token, reader, model);
    }

    @PostMapping("/change")
    String change(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Address address = new Address(code, event, number);
        Said before = said(address, token, reader);
        EventView view = events.find(code, event, reader);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        RegistrationForms.read(form, sent, view);
        Said said = RegistrationForms.said(form, view, null).keeping(before);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return changePage(address, view, form, before, token, reader, model);
        }
        Answer<Registered> answer =
                backends.answer(
                        reader,
                        Question.put(
                                        Backend.EVENTS,
                                        Registered.class,
                                        REGISTRATION,
                                        address.variables(),
                                        said)
                                .with(TOKEN, token));
        return switch (answer) {
            case Answer.Found<Registered> _ -> {
                model.addAttribute("done", "change");
                yield page(address, registered(address, token, reader), token, reader, model);
            }
            case Answer.Missing<Registered> _ -> throw new NoSuchPageException();
            case Answer.Refused<Registered>(var refusal) -> {
                response.setStatus(refusal.status());
                RegistrationForms.refuse(form, refusal);
                yield changePage(address, view, form, before, token, reader, model);
            }
            case Answer.Away<Registered> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse("change.away");
                yield changePage(address, view, form, before, token, reader, model);
            }
        };
    }

    private static String text(Refusal refusal) {
        return refusal.reason().equals("event-started")
                ? "manage.started"
                : TOO_LATE.contains(refusal.reason()) ? "manage.too-late" : "manage.refused";
    }

    private Registered registered(Address address, String token, Reader reader) {
        return found(reader, Registered.class, REGISTRATION, address, token);
    }

    private Said said(Address address, String token, Reader reader) {
        return found(reader, Said.class, REGISTRATION + "/said", address, token);
    }

    private <T> T found(Reader reader, Class<T> type, String path, Address address, String token) {
        return PageSubject.of(
                backends.answer(
                        reader,
                        Question.get(Backend.EVENTS, type, path, address.variables())
                                .with(TOKEN, token)));
    }

    private String page(
            Address address, Registered registered, String token, Reader reader, Model model) {
        EventView event = events.find(address.code(), address.event(), reader);
        model.addAttribute("registered", registered);
        model.addAttribute("standing", standing(registered, event, reader.language()));
        model.addAttribute("event", event);
        model.addAttribute("address", address);
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + address.code());
        return "registration";
    }

    private Standing standing(Registered registered, EventView event, Language language) {
        Instant now = clock.instant();
        FormView asks = FormView.of(event, List.of(), language);
        Instant acceptBy = registered.acceptBy();
        Instant confirmBy = registered.confirmAddressBy();
        URI online = registered.onlineAddress();
        String calendar = registered.calendar();
        return new Standing(
                acceptBy == null ? null : Formats.moment(acceptBy, language),
                acceptBy == null ? null : Math.max(0, Duration.between(now, acceptBy).toMinutes()),
                confirmBy == null ? null : Formats.moment(confirmBy, language),
                choice(asks.quotas(), registered.quota()),
                choice(asks.groups(), registered.group()),
                online != null && WebAddress.isLink(online) ? online.toString() : null,
                webcal(calendar));
    }

    private static @Nullable Choice choice(List<Choice> choices, @Nullable String id) {
        return choices.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    private String changePage(
            Address address,
            EventView event,
            FilledForm form,
            Said before,
            String token,
            Reader reader,
            Model model) {
        FormView asks = FormView.of(event, List.of(), reader.language());
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("asks", asks);
        model.addAttribute("needsDays", privacy.needsKept().toDays());
        model.addAttribute("email", before.email());
        model.addAttribute("quota", choice(asks.quotas(), before.quota()));
        model.addAttribute(
                "association",
                before.associationId() == null
                        ? null
                        : associations.byId(event, List.of(before.associationId()), reader).stream()
                                .findFirst()
                                .orElse(null));
        model.addAttribute("address", address);
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + address.code());
        return "registration-change";
    }

    /** Only an address that a browser fetches becomes one that a calendar follows. */
    private static @Nullable String webcal(@Nullable String calendar) {
        return calendar != null && calendar.matches("https?://.*")
                ? calendar.replaceFirst("^https?:", "webcal:")
                : null;
    }
}
