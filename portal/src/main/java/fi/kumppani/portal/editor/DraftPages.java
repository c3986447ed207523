package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.ReaderLanguage;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages about one issue have in common. */
@Component
final class DraftPages {

    private final People people;
    private final Municipalities municipalities;
    private final Backends backends;

    DraftPages(People people, Municipalities municipalities, Backends backends) {
        this.people = people;
        this.municipalities = municipalities;
        this.backends = backends;
    }

    /**
     * The issue in the head of its pages.
     *
     * @param state as newsletter-service names it
     * @param when when it is to be sent, or was; null for neither
     * @param steps the pages there are about it
     */
    record Head(
            Told title,
            Told list,
            String label,
            String state,
            @Nullable String when,
            List<String> steps) {

        static Head of(DraftFacts draft, ListFacts list, Language language) {
            Instant when = draft.sendAt() == null ? draft.sentAt() : draft.sendAt();
            return new Head(
                    draft.title().told(language),
                    list.name().told(language),
                    draft.label(),
                    draft.state(),
                    when == null ? null : Formats.moment(when, language),
                    steps(draft));
        }

        private static List<String> steps(DraftFacts draft) {
            return draft.isDraft()
                    ? List.of("write", "preview", "order")
                    : List.of("preview", draft.isScheduled() ? "order" : "progress");
        }
    }

    /** The address of the list of issues. */
    static String path(String code) {
        return "/m/" + code + "/letters/drafts";
    }

    /** The address of an issue's pages. */
    static String path(String code, String id) {
        return path(code) + "/" + id;
    }

    /** Leads to another page about the issue, as it is not one for this page any more, or yet. */
    static String onTo(String code, String id, String step, HttpServletRequest request) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(path(code, id)).pathSegment(step);
        ReaderLanguage.chosen(request)
                .ifPresent(language -> page.queryParam(ReaderLanguage.PARAMETER, language.code()));
        return "redirect:" + page.encode().build().toUriString();
    }

    /** Whoever is logged in, if they write letters of the municipality. */
    Person person(String code, HttpServletRequest request, Reader reader) {
        return people.of(request, reader, writer -> writer.writesLetters(code));
    }

    /** The issue with its version. */
    Versioned<DraftFacts> draft(Person person, String code, String id) {
        return person.found(DraftFacts.one(code, id));
    }

    /** The list that an issue belongs to. */
    ListFacts list(String code, String id, Reader reader) {
        return PageSubject.of(backends.answer(reader, ListFacts.one(code, id)));
    }

    /** Codes of the topics that lists of the municipality are about; none while nobody says. */
    List<String> topics(String code, Reader reader) {
        return backends.answer(reader, ListFacts.all(code)).found().stream()
                .flatMap(lists -> lists.items().stream())
                .flatMap(list -> Optional.ofNullable(list.topic()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Puts what every page about an issue shows at its top.
     *
     * @param step which of them it is
     */
    void frame(
            String code,
            DraftFacts draft,
            ListFacts list,
            String step,
            Reader reader,
            Model model) {
        String path = path(code, draft.id());
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("head", Head.of(draft, list, reader.language()));
        model.addAttribute("path", path);
        model.addAttribute("step", step);
        model.addAttribute("here", step.equals("write") ? path : path + "/" + step);
    }

    /** The same for an issue whose list has not been asked for. */
    void frame(String code, DraftFacts draft, String step, Reader reader, Model model) {
        frame(code, draft, list(code, draft.listId(), reader), step, reader, model);
    }
}
