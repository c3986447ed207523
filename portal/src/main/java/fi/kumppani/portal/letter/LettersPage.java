package fi.kumppani.portal.letter;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.association.AssociationSearch.Named;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.util.List;

/**
 * The page of letters, with those that were sent and the form to get the next ones, whatever was
 * done with it.
 */
@Component
class LettersPage {

    private static final int MOST_LETTERS = 20;

    private final Municipalities municipalities;
    private final Backends backends;
    private final SubscriptionForm choices;
    private final PortalSettings portal;
    private final Clock clock;

    LettersPage(
            Municipalities municipalities,
            Backends backends,
            SubscriptionForm choices,
            PortalSettings portal,
            Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.choices = choices;
        this.portal = portal;
        this.clock = clock;
    }

    /** A form in which nothing is filled in but the language one reads. */
    FilledForm form(Reader reader) {
        FilledForm form = new FilledForm(key());
        form.put("language", reader.language().code());
        return form;
    }

    /** The key of a new form. */
    String key() {
        return FormKeys.next(clock.instant());
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
     * @param found the associations there are to choose from
     */
    String show(
            Municipality municipality,
            FilledForm form,
            List<Named> found,
            Reader reader,
            Model model) {
        String code = municipality.code();
        String path = "/m/" + code + "/letters";
        String query = form.value("q");
        var letters =
                backends.ask(
                        reader, LetterFacts.found(code, query, form.value("from"), MOST_LETTERS));
        choices.show(code, form, found, reader, model);
        model.addAttribute("municipality", municipality);
        model.addAttribute("here", path);
        model.addAttribute("embeddable", portal.at(path));
        model.addAttribute("query", query);
        model.addAttribute("lettersAway", letters.join().isLacking());
        model.addAttribute("isFirst", form.value("from").isEmpty());
        model.addAttribute("next", letters.join().found().map(Listing::next).orElse(null));
        model.addAttribute(
                "letters",
                letters.join().found().stream()
                        .flatMap(listing -> listing.items().stream())
                        .map(letter -> LetterView.of(letter, reader.language()))
                        .toList());
        return "letters";
    }
}
