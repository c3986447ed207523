package fi.kumppani.portal.letter;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes wishes to get the letters of a municipality. */
@Controller
@RequestMapping("/m/{code}/letters")
class SubscribePages {

    private static final int MOST_LISTS = 20;
    private static final String SUBSCRIPTION = "subscription";

    private final LettersPage letters;
    private final Backends backends;
    private final AssociationSearch associations;

    SubscribePages(LettersPage letters, Backends backends, AssociationSearch associations) {
        this.letters = letters;
        this.backends = backends;
        this.associations = associations;
    }

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
        Municipality municipality = letters.municipality(code, reader);
        List<String> chosen = lists == null ? List.of() : lists.stream().distinct().toList();
        FilledForm form = letters.form();
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
            return letters.show(municipality, form, chosen, found, reader, model);
        }
        if (chosen.isEmpty() || chosen.size() > MOST_LISTS) {
            form.refuse("list", SUBSCRIPTION + ".error.list");
        }
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return letters.show(municipality, form, chosen, found, reader, model);
        }
        Map<String, List<String>> areas = areas(code, form, reader);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return letters.show(municipality, form, chosen, found, reader, model);
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
                return letters.show(municipality, form, chosen, found, reader, model);
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
        if (LettersPage.isLacking(lists)) {
            form.refuse(SUBSCRIPTION + ".away");
        }
        return LettersPage.lists(lists)
                .collect(
                        Collectors.toMap(
                                MailingList::id,
                                list ->
                                        list.offered().stream()
                                                .map(MailingList.Area::code)
                                                .filter(wanted::contains)
                                                .toList()));
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
        Answer<Asked> answer =
                backends.answer(
                        reader,
                        Question.post(
                                Backend.NEWSLETTER,
                                Asked.class,
                                "/v1/municipalities/{municipality}/preference-links",
                                Map.of("municipality", code),
                                new LinkWish(email.strip())));
        FilledForm form = letters.form();
        form.put("email", email);
        form.put("language", reader.language().code());
        return switch (answer) {
            case Answer.Found<Asked> _ -> asked(municipality, "preferences.asked.text", model);
            case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
            case Answer.Refused<Asked>(var refusal) -> {
                response.setStatus(refusal.status());
                form.refuse(refusal, SUBSCRIPTION, List.of());
                yield letters.show(municipality, form, List.of(), List.of(), reader, model);
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
}
