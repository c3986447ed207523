package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.association.Wanted;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** The associations of the registry: first those that wait to be verified, then all others. */
@Controller
class RegistryPage {

    private final RegistrarPages pages;
    private final ListFiles files;
    private final Clock clock;

    RegistryPage(RegistrarPages pages, ListFiles files, Clock clock) {
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param state one of the states; without it what waits, and all where something is looked for
     * @param due {@code year} for those that have not confirmed their data for a year
     */
    @GetMapping("/m/{code}/registry")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        String path = RegistrarPages.registry(code);
        Visit visit = pages.visit(code, path, request, reader, model, response);
        RegistryList.Asked asked = RegistryList.Asked.of(text, state, due);
        TablePage<AssociationFacts> list =
                RegistryList.columns(reader.language())
                        .page(
                                Listed.whole(found(visit.person(), code, asked), model, response),
                                new Columns.Asked(path, asked.filters(), sort, page));
        model.addAttribute("states", RegistryList.STATES);
        model.addAttribute("asked", asked);
        model.addAttribute("list", list);
        model.addAttribute(
                "rows",
                list.rows().stream()
                        .map(facts -> RegistryList.Row.of(code, facts, reader.language()))
                        .toList());
        return "registry";
    }

    /** The same list, all pages of it, as a file. */
    @GetMapping("/m/{code}/registry" + TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Listing<AssociationFacts> found =
                PageSubject.of(
                        found(
                                pages.coordinator(code, request, reader),
                                code,
                                RegistryList.Asked.of(text, state, due)));
        UnaryOperator<String> words = files.words(reader.language());
        files.answer(
                response,
                new ListFiles.Table(
                        "associations." + format,
                        RegistryList.HEADINGS.stream().map("registrar.list."::concat).toList(),
                        RegistryList.columns(reader.language()).sorted(found.items(), sort).stream()
                                .map(facts -> RegistryList.cells(facts, words))
                                .toList(),
                        found.next() != null),
                reader.language());
    }

    private Answer<Listing<AssociationFacts>> found(
            Person person, String code, RegistryList.Asked asked) {
        Wanted wanted = asked.wanted(Formats.dayOf(clock.instant()));
        return WholeList.toOrder(person, from -> wanted.page(code, from, WholeList.AT_ONCE));
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/registry", request);
    }
}
