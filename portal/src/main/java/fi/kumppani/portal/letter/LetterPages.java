package fi.kumppani.portal.letter;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.OutsidePictures;
import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
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

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the letters of a municipality and takes wishes to get the next ones. */
@Controller
@RequestMapping("/m/{code}/letters")
class LetterPages {

    private static final int MOST_LETTERS = 20;
    private static final int MOST_LISTS = 20;
    private static final int LONGEST_QUERY = 100;
    private static final String SUBSCRIPTION = "subscription";

    private final Municipalities municipalities;
    private final Backends backends;
    private final AssociationSearch associations;
    private final Clock clock;

    LetterPages(
            Municipalities municipalities,
            Backends backends,
            AssociationSearch associations,
            Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.associations = associations;
        this.clock = clock;
    }

    /**
     * A list one can choose.
     *
     * @param chosen whether it is chosen
     */
    record Choice(String id, Told name, boolean chosen) {}

    /** What is sent to get a link. */
    record LinkWish(String email) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "LinkWish[]";
        }
    }

    /**
     * What is sent to subscribe.
     *
     * @param associationId the association one reads for; null for none
     * @param areas those one wants to hear of; null for all
     * @param consent what was shown; null when the form had no text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            String email,
            String language,
            @Nullable String associationId,
            @Nullable List<String> areas,
            Preferences.@Nullable Shown consent) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /** What is answered, whoever asks and however often. */
    record Asked(String status) {}

    @GetMapping
    String all(
            @PathVariable String code,
            @RequestParam(name = "q", defaultValue = "") String query,
            Reader reader,
            Model model) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("email", "");
        form.put("language", reader.language().code());
        String asked = query.strip();
        form.put("q", asked.length() > LONGEST_QUERY ? asked.substring(0, LONGEST_QUERY) : asked);
        return page(municipality(code, reader), form, List.of(), List.of(), reader, model);
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
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(name = "list", required = false) @Nullable List<String> lists,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality = municipality(code, reader);
        List<String> chosen = lists == null ? List.of() : lists.stream().distinct().toList();
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("list", String.join(",", chosen));
        form.put("email", email);
        form.put("language", language);
        form.putAll("areas", sent.getOrDefault("areas", List.of()));
        form.put("association", sent.getFirst("association"));
        form.put("associationId", sent.getFirst("associationId"));
        form.put("consent", sent.getFirst("consent"));
        form.put("shown", sent.getFirst("shown"));
        boolean looking = sent.containsKey("find") && !form.value("association").isEmpty();
        List<Named> found = meant(code, form, looking, reader);
        if (looking) {
            return page(municipality, form, chosen, found, reader, model);
        }
        if (chosen.isEmpty() || chosen.size() > MOST_LISTS) {
            form.refuse("list", SUBSCRIPTION + ".error.list");
        }
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(municipality, form, chosen, found, reader, model);
        }
        Map<String, List<String>> areas = areas(code, form, reader);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return page(municipality, form, chosen, found, reader, model);
        }
        for (String list : chosen) {
            switch (backends.answer(
                    reader, wish(code, list, areas.getOrDefault(list, List.of()), form))) {
                case Answer.Found<Asked> _ -> {}
                case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
                case Answer.Refused<Asked>(var refusal) -> {
                    response.setStatus(refusal.status());
                    form.refuse(refusal, SUBSCRIPTION, List.of());
                }
                case Answer.Away<Asked> _ -> {
                    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                    form.refuse(SUBSCRIPTION + ".away");
                }
            }
            if (form.isRefused()) {
                return page(municipality, form, chosen, found, reader, model);
            }
        }
        return asked(municipality, "asked.text", model);
    }

    /**
     * Finds the association that is meant by the name somebody wrote.
     *
     * @param looking whether somebody only looks for it
     * @return what there is to choose from
     */
    private List<Named> meant(String code, FilledForm form, boolean looking, Reader reader) {
        String name = form.value("association");
        boolean chosen = !form.value("associationId").isEmpty();
        if (name.isEmpty() || (chosen && !looking)) {
            return List.of();
        }
        AssociationSearch.Found found = associations.named(List.of(code), _ -> true, name, reader);
        if (found.exact().isPresent()) {
            form.put("associationId", found.exact().get().id());
            form.put("association", "");
            return List.of();
        }
        form.refuse("association", "registration.error.association." + found.reason());
        return found.all();
    }

    /** Of the areas that are chosen those that each list offers, by its id. */
    private Map<String, List<String>> areas(String code, FilledForm form, Reader reader) {
        List<String> wanted = form.values("areas");
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Answer<Listing<MailingList>> lists = backends.answer(reader, MailingList.all(code));
        if (isLacking(lists)) {
            form.refuse(SUBSCRIPTION + ".away");
        }
        return lists(lists)
                .collect(
                        Collectors.toMap(
                                MailingList::id,
                                list ->
                                        list.offered().stream()
                                                .map(MailingList.Area::code)
                                                .filter(wanted::contains)
                                                .toList()));
    }

    private static Stream<MailingList> lists(Answer<Listing<MailingList>> answer) {
        return answer.found().stream().flatMap(listing -> listing.items().stream());
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
        Answer<Asked> answer =
                backends.answer(
                        reader,
                        Question.post(
                                Backend.NEWSLETTER,
                                Asked.class,
                                "/v1/municipalities/{municipality}/preference-links",
                                Map.of("municipality", code),
                                new LinkWish(email.strip())));
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("email", email);
        form.put("language", reader.language().code());
        return switch (answer) {
            case Answer.Found<Asked> _ -> asked(municipality, "preferences.asked.text", model);
            case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
            case Answer.Refused<Asked>(var refusal) -> {
                response.setStatus(refusal.status());
                form.refuse(refusal, SUBSCRIPTION, List.of());
                yield page(municipality, form, List.of(), List.of(), reader, model);
            }
            case Answer.Away<Asked> _ -> throw new UnavailablePageException();
        };
    }

    private static String asked(Municipality municipality, String text, Model model) {
        model.addAttribute("municipality", municipality);
        model.addAttribute("text", text);
        return "subscription-asked";
    }

    private static Question<Asked> wish(
            String code, String list, List<String> areas, FilledForm form) {
        String association = form.value("associationId");
        return Question.post(
                Backend.NEWSLETTER,
                Asked.class,
                "/v1/municipalities/{municipality}/lists/{list}/subscriptions",
                Map.of("municipality", code, "list", list),
                new Wish(
                        form.value("email"),
                        form.value("language"),
                        association.isEmpty() ? null : association,
                        areas.isEmpty() ? null : areas,
                        form.value("consent").isEmpty()
                                ? null
                                : new Preferences.Shown(
                                        form.value("consent"),
                                        form.value("shown"),
                                        "/m/" + code + "/letters")));
    }

    private Municipality municipality(String code, Reader reader) {
        return municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
    }

    private String page(
            Municipality municipality,
            FilledForm form,
            List<String> chosen,
            List<Named> found,
            Reader reader,
            Model model) {
        String code = municipality.code();
        String query = form.value("q");
        var letters = backends.ask(reader, LetterFacts.found(code, query, MOST_LETTERS));
        Answer<Listing<MailingList>> lists = backends.answer(reader, MailingList.all(code));
        List<Choice> choices = choices(lists, chosen, reader);
        model.addAttribute("municipality", municipality);
        model.addAttribute("here", "/m/" + code + "/letters");
        model.addAttribute("form", form);
        model.addAttribute("query", query);
        model.addAttribute("choices", choices);
        model.addAttribute("areas", areas(lists, reader));
        model.addAttribute("associations", associations(code, form, found, reader));
        Optional<MailingList.Consent> consent = consent(code, choices, reader);
        model.addAttribute("consent", consent.map(MailingList.Consent::text).orElse(null));
        model.addAttribute("version", consent.map(MailingList.Consent::version).orElse(""));
        model.addAttribute("listsAway", isLacking(lists));
        model.addAttribute("lettersAway", isLacking(letters.join()));
        model.addAttribute(
                "letters",
                letters.join().found().stream()
                        .flatMap(listing -> listing.items().stream())
                        .map(letter -> LetterView.of(letter, reader.language()))
                        .toList());
        return "letters";
    }

    private static List<Choice> choices(
            Answer<Listing<MailingList>> lists, List<String> chosen, Reader reader) {
        List<MailingList> all = lists(lists).toList();
        return all.stream()
                .map(
                        list ->
                                new Choice(
                                        list.id(),
                                        list.name()
                                                .in(reader.language())
                                                .orElse(new Told(list.id(), "fi")),
                                        all.size() == 1 || chosen.contains(list.id())))
                .toList();
    }

    /** All areas that some list offers, each once. */
    private static List<Named> areas(Answer<Listing<MailingList>> lists, Reader reader) {
        Map<String, Named> offered = new LinkedHashMap<>();
        lists(lists)
                .flatMap(list -> list.offered().stream())
                .forEach(
                        area ->
                                offered.putIfAbsent(
                                        area.code(),
                                        new Named(
                                                area.code(),
                                                area.name()
                                                        .in(reader.language())
                                                        .orElse(new Told(area.code(), "fi")))));
        return List.copyOf(offered.values());
    }

    /** What was found, and before it what is chosen. */
    private List<Named> associations(
            String code, FilledForm form, List<Named> found, Reader reader) {
        String chosen = form.value("associationId");
        if (chosen.isEmpty() || found.stream().anyMatch(each -> each.id().equals(chosen))) {
            return found;
        }
        return Stream.concat(
                        associations.byId(List.of(code), List.of(chosen), reader).stream(),
                        found.stream())
                .toList();
    }

    /** What one agrees to is the same for all lists of a municipality. */
    private Optional<MailingList.Consent> consent(
            String code, List<Choice> choices, Reader reader) {
        return choices.stream()
                .findFirst()
                .flatMap(
                        choice ->
                                backends.answer(reader, MailingList.one(code, choice.id())).found())
                .map(MailingList::consent)
                .filter(Objects::nonNull);
    }

    private static boolean isLacking(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?> _, Answer.Missing<?> _ -> false;
            case Answer.Refused<?> _, Answer.Away<?> _ -> true;
        };
    }
}
