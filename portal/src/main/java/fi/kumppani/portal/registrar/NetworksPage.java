package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.NetworkFacts;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
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

/** The networks of the municipality; another one is begun here. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/registry/networks")
class NetworksPage {

    private static final int MOST = 50;

    private final RegistrarPages pages;

    NetworksPage(RegistrarPages pages) {
        this.pages = pages;
    }

    /** A network as a row shows it. */
    record Row(Told name, String href, @Nullable Told description, boolean ended) {

        static Row of(String code, NetworkFacts facts, Language language) {
            return new Row(
                    facts.name().told(language),
                    RegistrarPages.network(code, facts.id()),
                    LocalizedText.maybe(facts.description(), language),
                    !facts.isActive());
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form();
        NetworkForm.fill(form, null);
        KeptForms.fill(form, request, kept -> NetworkForm.keep(form, kept));
        return page(visit, form, from);
    }

    /**
     * Begins a network.
     *
     * @param key what makes the form sent twice one act
     */
    @PostMapping
    String begin(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = visit(code, request, reader, model, response);
        FilledForm form = pages.form(key);
        NetworkForm.keep(form, sent);
        NetworkForm.check(form);
        if (form.isRefused()) {
            return visit.unsound(() -> page(visit, form, ""));
        }
        return Outcome.of(
                visit.person().answer(NetworkForm.begin(code, form)),
                response,
                made -> visit.go(RegistrarPages.network(code, made.id()), "begun"),
                refusal -> {
                    NetworkForm.refuse(form, refusal);
                    return page(visit, form, "");
                },
                () -> {
                    form.refuse("registrar.away");
                    return page(visit, form, "");
                });
    }

    private Visit visit(
            String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(code, RegistrarPages.networks(code), request, reader, model, response);
    }

    private static String page(Visit visit, FilledForm form, String from) {
        Model model = visit.model();
        Listing<NetworkFacts> found =
                Listed.of(
                        visit.person().answer(NetworkFacts.page(visit.code(), from, MOST)),
                        model,
                        visit.response());
        model.addAttribute("form", form);
        model.addAttribute("next", found.next());
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(facts -> Row.of(visit.code(), facts, visit.language()))
                        .toList());
        return "registry-networks";
    }
}
