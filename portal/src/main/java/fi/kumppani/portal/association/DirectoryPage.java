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

/** Finds the associations of a municipality by words of their names. */
@Controller
class DirectoryPage {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

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
            boolean dissolved) {

        static Row of(Municipality municipality, AssociationFacts facts, Language language) {
            return new Row(
                    facts.name().told(language),
                    "/m/" + municipality.code() + "/associations/" + facts.id(),
                    AssociationPage.known(facts.form()),
                    facts.purposeClass(),
                    "dissolved".equals(facts.status()));
        }
    }

    @GetMapping("/m/{code}/associations")
    String find(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("embeddable", portal.at("/m/" + code + "/associations"));
        list(code, text, from, reader, model, response);
        return "associations";
    }

    /** The same, to be shown within another site. */
    @GetMapping("/m/{code}/embed/associations")
    String embedded(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        list(code, text, from, reader, model, response);
        return "embedded-associations";
    }

    private void list(
            String code,
            String text,
            String from,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        String words = text.strip();
        String wanted = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        Listing<AssociationFacts> found =
                Listed.of(
                        backends.answer(
                                reader,
                                wanted.isEmpty()
                                        ? AssociationFacts.all(code, from, MOST)
                                        : AssociationFacts.named(code, wanted, from, MOST)),
                        model,
                        response);
        model.addAttribute("municipality", municipality);
        model.addAttribute("text", wanted);
        model.addAttribute("next", found.next());
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(facts -> Row.of(municipality, facts, reader.language()))
                        .toList());
    }
}
