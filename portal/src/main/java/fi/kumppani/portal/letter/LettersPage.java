package fi.kumppani.portal.letter;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of letters, with those that were sent and the form to get the next ones, whatever was
 * done with it.
 */
@Component
class LettersPage {

    private static final int MOST_LETTERS = 20;

    private final Municipalities municipalities;
    private final Backends backends;
    private final AssociationSearch associations;
    private final Clock clock;

    LettersPage(
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

    /** A form in which nothing is filled in. */
    FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()));
    }

    /**
     * Whose letters they are.
     *
     * @throws NoSuchPageException when there is no such municipality
     */
    Municipality municipality(String code, Reader reader) {
        return municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
    }

    /**
     * The page.
     *
     * @param chosen the ids of the lists that are chosen
     * @param found the associations there are to choose from
     */
    String show(
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

    /** The lists that were found. */
    static Stream<MailingList> lists(Answer<Listing<MailingList>> answer) {
        return answer.found().stream().flatMap(listing -> listing.items().stream());
    }

    /** Whether there may be some that nobody told. */
    static boolean isLacking(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?> _, Answer.Missing<?> _ -> false;
            case Answer.Refused<?> _, Answer.Away<?> _ -> true;
        };
    }
}
