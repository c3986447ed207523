package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.association.MembershipFacts;
import fi.kumppani.portal.association.NetworkFacts;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of one network, for whatever is done there. */
@Component
final class NetworkSheet {

    static final String ASSOCIATION = "association";
    static final String CHOSEN = "associationId";
    static final String SINCE = "since";

    /** The most memberships of a page. */
    private static final int MOST = 100;

    private static final List<String> DONE =
            List.of("begun", "saved", "ended", "accepted", "declined", "added", "removed");

    private final RegistrarPages pages;
    private final AssociationSearch search;

    NetworkSheet(RegistrarPages pages, AssociationSearch search) {
        this.pages = pages;
        this.search = search;
    }

    /** A membership as a row shows it. */
    record Row(String id, Told name, String href, String status, @Nullable String day) {}

    /** A coordinator at the page. */
    Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return pages.visit(
                code, RegistrarPages.network(code, id), request, reader, model, response);
    }

    /** The network as it is now. */
    Versioned<NetworkFacts> found(Visit visit, String id) {
        return visit.person().found(NetworkFacts.one(visit.code(), id));
    }

    /** The page as it is opened. */
    String page(Visit visit, String id, String done, String from) {
        visit.say(done, DONE);
        FilledForm form = pages.form();
        Versioned<NetworkFacts> found = found(visit, id);
        NetworkForm.fill(form, found.value());
        form.put(ASSOCIATION, "");
        return page(visit, found, form, from);
    }

    /** Keeps what was written to add an association. */
    static void adding(FilledForm form, String association, String chosen, String since) {
        form.put(ASSOCIATION, association);
        form.put(CHOSEN, chosen);
        form.put(SINCE, since);
    }

    /** The page with what was kept of adding an association. */
    String kept(Visit visit, String id, MultiValueMap<String, String> sent) {
        FilledForm form = pages.form();
        String words = Objects.requireNonNullElse(sent.getFirst(ASSOCIATION), "");
        adding(
                form,
                words,
                Objects.requireNonNullElse(sent.getFirst(CHOSEN), ""),
                Objects.requireNonNullElse(sent.getFirst(SINCE), ""));
        form.refuse("own.kept");
        if (sent.containsKey(CHOSEN) || sent.containsKey(SINCE)) {
            visit.model().addAttribute("choices", named(visit, words).all());
        }
        return page(visit, id, form);
    }

    /** The page after an act that was not done. */
    String page(Visit visit, String id, FilledForm form) {
        Versioned<NetworkFacts> found = found(visit, id);
        NetworkForm.fill(form, found.value());
        return page(visit, found, form, "");
    }

    /** The page with a form. */
    String page(Visit visit, Versioned<NetworkFacts> found, FilledForm form, String from) {
        NetworkFacts network = found.value();
        Language language = visit.language();
        Model model = visit.model();
        Listing<MembershipFacts> listed =
                Listed.of(
                        visit.person()
                                .answer(
                                        MembershipFacts.page(
                                                visit.code(), network.id(), from, MOST)),
                        model,
                        visit.response());
        List<Row> rows = rows(visit, listed.items());
        model.addAttribute("network", network);
        model.addAttribute("name", network.name().told(language));
        model.addAttribute(
                "endedOn",
                network.endedOn() == null ? null : Formats.day(network.endedOn(), language));
        model.addAttribute("seen", found.version());
        model.addAttribute("form", form);
        model.addAttribute("requests", with("asked", rows));
        model.addAttribute("members", with("member", rows));
        model.addAttribute("former", with("ended", rows));
        model.addAttribute("next", listed.next());
        if (!model.containsAttribute("choices")) {
            model.addAttribute("choices", List.of());
        }
        return "registry-network";
    }

    /** Those that go by some words, to be chosen from. */
    AssociationSearch.Found named(Visit visit, String words) {
        return search.named(List.of(visit.code()), _ -> true, words, visit.reader());
    }

    private List<Row> rows(Visit visit, List<MembershipFacts> memberships) {
        Map<String, MembershipFacts> byId =
                memberships.stream()
                        .collect(
                                Collectors.toMap(
                                        MembershipFacts::associationId, Function.identity()));
        return search
                .byId(List.of(visit.code()), List.copyOf(byId.keySet()), visit.reader())
                .stream()
                .map(named -> row(visit, named, Objects.requireNonNull(byId.get(named.id()))))
                .toList();
    }

    private static Row row(
            Visit visit, AssociationSearch.Named association, MembershipFacts membership) {
        LocalDate day =
                membership.isAsked()
                        ? membership.askedOn()
                        : membership.isMember() ? membership.since() : membership.until();
        return new Row(
                association.id(),
                association.label(),
                RegistrarPages.association(visit.code(), association.id()),
                membership.status(),
                day == null ? null : Formats.day(day, visit.language()));
    }

    private static List<Row> with(String status, List<Row> rows) {
        return rows.stream().filter(row -> row.status().equals(status)).toList();
    }
}
