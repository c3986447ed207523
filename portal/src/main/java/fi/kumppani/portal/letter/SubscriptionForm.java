package fi.kumppani.portal.letter;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to choose from for whoever subscribes ({@code subscription-form.html}). */
@Component
class SubscriptionForm {

    private final Backends backends;
    private final AssociationSearch associations;

    SubscriptionForm(Backends backends, AssociationSearch associations) {
        this.backends = backends;
        this.associations = associations;
    }

    /**
     * A list one can choose.
     *
     * @param chosen whether it is chosen
     */
    record Choice(String id, Told name, boolean chosen) {}

    /**
     * Puts it on a page.
     *
     * @param form as far as it is filled in
     * @param found the associations that a search has found
     */
    void show(String code, FilledForm form, List<Named> found, Reader reader, Model model) {
        Answer<Listing<MailingList>> lists = backends.answer(reader, MailingList.all(code));
        List<Choice> choices = choices(lists, form.values("list"), reader);
        Optional<MailingList.Consent> consent = consent(code, choices, reader);
        model.addAttribute("form", form);
        model.addAttribute("choices", choices);
        model.addAttribute("areas", areas(lists, reader));
        model.addAttribute("associations", associations(code, form, found, reader));
        model.addAttribute("consent", consent.map(MailingList.Consent::text).orElse(null));
        model.addAttribute("version", consent.map(MailingList.Consent::version).orElse(""));
        model.addAttribute("listsAway", lists.isLacking());
    }

    private static List<Choice> choices(
            Answer<Listing<MailingList>> lists, List<String> chosen, Reader reader) {
        List<MailingList> all = MailingList.in(lists).toList();
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
        MailingList.in(lists)
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
}
