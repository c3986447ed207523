package fi.kumppani.portal.association;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/** Finds the associations of a municipality by words of their names, and by what they are. */
@Controller
class DirectoryPage {

    private static final int MOST = 50;
    private static final int MOST_NETWORKS = 100;

    private final Municipalities municipalities;
    private final Backends backends;
    private final PortalSettings portal;

    DirectoryPage(Municipalities municipalities, Backends backends, PortalSettings portal) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.portal = portal;
    }

    /** An association as a row shows it. */
    record Row(
            Told name,
            String href,
            @Nullable String form,
            @Nullable Integer purposeClass,
            List<String> themes,
            boolean dissolved) {

        Row {
            themes = List.copyOf(themes);
        }

        static Row of(Municipality municipality, AssociationFacts facts, Language language) {
            return new Row(
                    facts.name().told(language),
                    "/m/" + municipality.code() + "/associations/" + facts.id(),
                    LegalForms.known(facts.form()),
                    facts.purposeClass(),
                    facts.themes(),
                    facts.isDissolved());
        }
    }

    /** A network to choose. */
    record Network(String id, Told name) {}

    @GetMapping("/m/{code}/associations")
    String find(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String purposeClass,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Wanted wanted = new Wanted(text, "", form, purposeClass, theme, network);
        model.addAttribute("embeddable", portal.at("/m/" + code + "/associations"));
        model.addAttribute("table", wanted.table(code));
        model.addAttribute("legalForms", LegalForms.ALL);
        model.addAttribute("purposeClasses", Wanted.CLASSES);
        model.addAttribute("networks", networks(code, reader));
        list(code, wanted, from, reader, model, response);
        return "associations";
    }

    /** The same by words alone, to be shown within another site. */
    @GetMapping("/m/{code}/embed/associations")
    String embedded(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        list(code, Wanted.named(text), from, reader, model, response);
        return "embedded-associations";
    }

    private void list(
            String code,
            Wanted wanted,
            String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        Listing<AssociationFacts> found =
                Listed.of(backends.answer(reader, wanted.page(code, from, MOST)), model, response);
        model.addAttribute("municipality", municipality);
        model.addAttribute("wanted", wanted);
        model.addAttribute("text", wanted.text());
        model.addAttribute("next", found.next());
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(facts -> Row.of(municipality, facts, reader.language()))
                        .toList());
    }

    /** Those that take members; none when nobody tells, as one can look for something else. */
    private List<Network> networks(String code, Reader reader) {
        return backends
                .askRecent(reader, NetworkFacts.page(code, "", MOST_NETWORKS))
                .join()
                .found()
                .map(Listing::items)
                .orElseGet(List::of)
                .stream()
                .filter(NetworkFacts::isActive)
                .map(facts -> new Network(facts.id(), facts.name().told(reader.language())))
                .toList();
    }
}
