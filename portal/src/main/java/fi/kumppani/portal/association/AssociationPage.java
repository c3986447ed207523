package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Shows an association. */
@Controller
class AssociationPage {

    private final Municipalities municipalities;
    private final Backends backends;

    AssociationPage(Municipalities municipalities, Backends backends) {
        this.municipalities = municipalities;
        this.backends = backends;
    }

    @GetMapping("/m/{code}/associations/{id}")
    String see(@PathVariable String code, @PathVariable String id, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        AssociationFacts facts =
                PageSubject.of(backends.answer(reader, AssociationFacts.one(code, id)));
        Told name = facts.name().told(reader.language());
        model.addAttribute("association", facts);
        model.addAttribute("name", name);
        model.addAttribute("otherNames", otherNames(facts, name));
        model.addAttribute("form", LegalForms.known(facts.form()));
        String home = facts.homeMunicipality();
        model.addAttribute(
                "home", home == null ? null : municipalities.find(home, reader).orElse(null));
        model.addAttribute("dissolved", facts.isDissolved());
        model.addAttribute("passive", Boolean.FALSE.equals(facts.active()));
        return "association";
    }

    private static List<Told> otherNames(AssociationFacts facts, Told name) {
        Set<Told> all = new LinkedHashSet<>();
        Stream.of(
                        new Named("fi", facts.name().fi()),
                        new Named("sv", facts.name().sv()),
                        new Named("en", facts.name().en()))
                .forEach(
                        each -> {
                            String text = each.text();
                            if (text != null && !text.strip().equals(name.text())) {
                                all.add(new Told(text.strip(), each.lang()));
                            }
                        });
        return List.copyOf(all);
    }

    private record Named(String lang, @Nullable String text) {}
}
