package fi.kumppani.portal.letter;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes wishes to get letters, from wherever the form stands. */
@Component
class Subscribing {

    /** What the keys of the texts begin with. */
    static final String FAMILY = "subscription";

    private static final int MOST_LISTS = 20;

    private final Backends backends;
    private final AssociationSearch associations;

    Subscribing(Backends backends, AssociationSearch associations) {
        this.backends = backends;
        this.associations = associations;
    }

    /** What came of a form. */
    sealed interface Outcome {

        /** A mail with a link is on its way, if the address is right. */
        record Asked() implements Outcome {}

        /**
         * The form is shown once more, and says why.
         *
         * @param found the associations to choose from
         */
        record Again(int status, List<Named> found) implements Outcome {}
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

    /** Keeps what was filled in. */
    static FilledForm filled(String key, MultiValueMap<String, String> sent) {
        FilledForm form = new FilledForm(key);
        form.putAll("list", sent.getOrDefault("list", List.of()).stream().distinct().toList());
        form.put("email", sent.getFirst("email"));
        form.put("language", sent.getFirst("language"));
        form.putAll("areas", sent.getOrDefault("areas", List.of()));
        form.put("association", sent.getFirst("association"));
        form.put("associationId", sent.getFirst("associationId"));
        form.put("consent", sent.getFirst("consent"));
        form.put("shown", sent.getFirst("shown"));
        form.put("find", sent.getFirst("find"));
        return form;
    }

    /**
     * Asks for every list that was chosen, or finds the association one looks for.
     *
     * @param form as it was filled in; when something is wrong with it already, nothing is asked
     * @param source the path of the page where one agreed
     * @throws NoSuchPageException when there is no such list
     */
    Outcome subscribe(String code, FilledForm form, String source, Reader reader) {
        boolean looking = !form.value("find").isEmpty() && !form.value("association").isEmpty();
        List<Named> found = meant(code, form, looking, reader);
        if (looking) {
            return new Outcome.Again(HttpServletResponse.SC_OK, found);
        }
        List<String> chosen = form.values("list");
        if (chosen.isEmpty() || chosen.size() > MOST_LISTS) {
            form.refuse("list", FAMILY + ".error.list");
        }
        if (form.isRefused()) {
            return new Outcome.Again(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, found);
        }
        Map<String, List<String>> areas = areas(code, form, reader);
        if (form.isRefused()) {
            return new Outcome.Again(HttpServletResponse.SC_SERVICE_UNAVAILABLE, found);
        }
        for (String list : chosen) {
            Wish wish = wish(areas.getOrDefault(list, List.of()), form, source);
            switch (backends.answer(reader, question(code, list, wish))) {
                case Answer.Found<Asked> _ -> {}
                case Answer.Missing<Asked> _ -> throw new NoSuchPageException();
                case Answer.Refused<Asked>(var refusal) -> {
                    form.refuse(refusal, FAMILY, List.of());
                    return new Outcome.Again(refusal.status(), found);
                }
                case Answer.Away<Asked> _ -> {
                    form.refuse(FAMILY + ".away");
                    return new Outcome.Again(HttpServletResponse.SC_SERVICE_UNAVAILABLE, found);
                }
            }
        }
        return new Outcome.Asked();
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
        if (lists.isLacking()) {
            form.refuse(FAMILY + ".away");
        }
        return MailingList.in(lists)
                .collect(
                        Collectors.toMap(
                                MailingList::id,
                                list ->
                                        list.offered().stream()
                                                .map(MailingList.Area::code)
                                                .filter(wanted::contains)
                                                .toList()));
    }

    private static Wish wish(List<String> areas, FilledForm form, String source) {
        String association = form.value("associationId");
        return new Wish(
                form.value("email"),
                form.value("language"),
                association.isEmpty() ? null : association,
                areas.isEmpty() ? null : areas,
                form.value("consent").isEmpty()
                        ? null
                        : new Preferences.Shown(
                                form.value("consent"), form.value("shown"), source));
    }

    private static Question<Asked> question(String code, String list, Wish wish) {
        return Question.post(
                Backend.NEWSLETTER,
                Asked.class,
                "/v1/municipalities/{municipality}/lists/{list}/subscriptions",
                Map.of("municipality", code, "list", list),
                wish);
    }
}
