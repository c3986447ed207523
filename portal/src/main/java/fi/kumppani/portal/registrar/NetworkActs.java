package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.MembershipFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Lets associations into a network and out of it, and ends it. */
@Controller
@RequestMapping("/m/{code}/registry/networks/{id}")
class NetworkActs {

    private static final List<String> REASONS = List.of("network-ended", "association-dissolved");
    private static final String MEMBERS = "/members";
    private static final String ASSOCIATION = NetworkSheet.ASSOCIATION;
    private static final String CHOSEN = NetworkSheet.CHOSEN;
    private static final String SINCE = NetworkSheet.SINCE;

    private final NetworkSheet sheet;
    private final RegistrarPages pages;

    NetworkActs(NetworkSheet sheet, RegistrarPages pages) {
        this.sheet = sheet;
        this.pages = pages;
    }

    /**
     * Adds an association that did not ask, or looks for it.
     *
     * @param association a part of its name
     * @param associationId which of those that were found
     * @param since the first day; today when it is empty
     */
    @PostMapping(MEMBERS)
    String add(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String association,
            @RequestParam(defaultValue = "") String associationId,
            @RequestParam(defaultValue = "") String since,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        FilledForm form = pages.form();
        NetworkSheet.adding(form, association, associationId, since);
        LocalDate day = Days.read(form.value(SINCE)).orElse(null);
        if (day == null && !form.value(SINCE).isEmpty()) {
            form.refuse(SINCE, "registrar.error.since");
        }
        String chosen = chosen(visit, form);
        if (form.isRefused()) {
            return visit.unsound(() -> sheet.page(visit, id, form));
        }
        if (chosen.isEmpty()) {
            return sheet.page(visit, id, form);
        }
        Answer<Versioned<MembershipFacts>> before = before(visit, id, chosen);
        return act(visit, id, admit(visit, id, chosen, day, before), "added", form);
    }

    /** Accepts an association that asked. */
    @PostMapping("/members/{association}/acceptance")
    String accept(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String association,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Answer<Versioned<MembershipFacts>> before = before(visit, id, association);
        return act(
                visit,
                id,
                isStill("asked", before)
                        ? admit(visit, id, association, null, before)
                        : changedMeanwhile(),
                "accepted",
                pages.form());
    }

    /**
     * Ends a membership, or declines a request.
     *
     * @param was the status that was shown, {@code asked} or {@code member}
     */
    @PostMapping("/members/{association}/ending")
    String end(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String association,
            @RequestParam(defaultValue = "") String was,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        Answer<Versioned<MembershipFacts>> before = before(visit, id, association);
        return act(
                visit,
                id,
                isStill(was, before)
                        ? visit.person()
                                .answer(
                                        MembershipFacts.end(
                                                code,
                                                id,
                                                association,
                                                MembershipFacts.version(before)))
                        : changedMeanwhile(),
                was.equals("asked") ? "declined" : "removed",
                pages.form());
    }

    /**
     * Ends the network, when somebody meant it.
     *
     * @param sure {@code true} when the box beside the button is ticked
     * @param seen the version that was shown
     */
    @PostMapping("/ending")
    String endNetwork(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = sheet.visit(code, id, request, reader, model, response);
        FilledForm form = pages.form();
        if (!sure.equals("true")) {
            form.refuse("registrar.network.end.unsure");
            return visit.unsound(() -> sheet.page(visit, id, form));
        }
        return act(
                visit, id, visit.person().answer(NetworkForm.end(code, id, seen)), "ended", form);
    }

    /** Leads back to the network after the login, where who was to be added is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        keep(request);
        return People.login("/m/{code}/registry/networks/{id}", request);
    }

    /** Says that it cannot be done now; who was to be added is there again when the page is. */
    @ExceptionHandler(UnavailablePageException.class)
    void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        keep(request);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static void keep(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.endsWith(MEMBERS)) {
            KeptForms.keep(request, path.substring(0, path.length() - MEMBERS.length()));
        }
    }

    /** The id of the association that is meant; empty when it is still to be chosen. */
    private String chosen(Visit visit, FilledForm form) {
        if (form.value(ASSOCIATION).isEmpty()) {
            form.refuse(ASSOCIATION, "registrar.network.error.association.none");
            return "";
        }
        AssociationSearch.Found found = sheet.named(visit, form.value(ASSOCIATION));
        visit.model().addAttribute("choices", found.all());
        if (found.all().isEmpty()) {
            form.refuse(ASSOCIATION, "registrar.network.error.association." + found.reason());
        }
        String chosen = form.value(CHOSEN);
        return found.all().stream().anyMatch(each -> each.id().equals(chosen)) ? chosen : "";
    }

    private Answer<Versioned<MembershipFacts>> before(
            Visit visit, String network, String association) {
        return visit.person().versioned(MembershipFacts.one(visit.code(), network, association));
    }

    private static Answer<MembershipFacts> admit(
            Visit visit,
            String network,
            String association,
            @Nullable LocalDate since,
            Answer<Versioned<MembershipFacts>> before) {
        return visit.person()
                .answer(
                        MembershipFacts.admit(
                                visit.code(),
                                network,
                                association,
                                since,
                                MembershipFacts.version(before)));
    }

    private static boolean isStill(String status, Answer<Versioned<MembershipFacts>> before) {
        return before.found().filter(found -> found.value().status().equals(status)).isPresent();
    }

    private static <T> Answer<T> changedMeanwhile() {
        return new Answer.Refused<>(new Refusal(Refusal.STALE, "", List.of()));
    }

    private <T> String act(Visit visit, String id, Answer<T> answer, String done, FilledForm form) {
        return visit.act(
                answer,
                _ -> visit.go(RegistrarPages.network(visit.code(), id), done),
                form,
                REASONS,
                () -> sheet.page(visit, id, form));
    }
}
