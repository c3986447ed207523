package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.organiser.MemoFields.Rows;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the pages about the memo of an event have in common, and the page where it is written. */
@Component
final class MemoPages {

    static final String PART = "/memo";

    /** A memo is kept whole, also when it is too long. */
    private static final int LONGEST = 60_000;

    private final OrganiserPages pages;
    private final MemoReading reading;
    private final Clock clock;

    MemoPages(OrganiserPages pages, MemoReading reading, Clock clock) {
        this.pages = pages;
        this.reading = reading;
        this.clock = clock;
    }

    /** Who writes the memo of which event, and where it is shown. */
    record Asked(String code, WholeEvent event, Person person, Reader reader, Model model) {

        String id() {
            return event.facts().id();
        }

        String path() {
            return OrganiserPages.path(code, id()) + PART;
        }
    }

    /** A workshop group that a part of the memo may be of. */
    record Group(String id, Told title) {}

    /** Something agreed, as it is followed. */
    record Followed(String id, Told what, Told who, @Nullable String due, boolean done) {

        static Followed of(MemoFacts.Action action, Language language) {
            return new Followed(
                    Objects.requireNonNullElse(action.id(), ""),
                    action.what().told(language),
                    action.who().told(language),
                    action.due() == null ? null : Formats.day(action.due(), language),
                    Boolean.TRUE.equals(action.done()));
        }
    }

    Asked asked(String code, String id, HttpServletRequest request, Reader reader, Model model) {
        Person person = pages.person(code, request, reader);
        WholeEvent event = pages.event(person, code, id).value();
        if (event.facts().status().equals("draft")) {
            throw new NoSuchPageException();
        }
        return new Asked(code, event, person, reader, model);
    }

    /** The memo with its version; an empty one before the first words. */
    static Versioned<MemoFacts> find(Asked asked) {
        return switch (asked.person().versioned(MemoFacts.of(asked.code(), asked.id()))) {
            case Answer.Found<Versioned<MemoFacts>>(var found) -> found;
            case Answer.Missing<Versioned<MemoFacts>> _ ->
                    new Versioned<>(MemoFacts.NONE, MemoFacts.FIRST);
            case Answer.Refused<Versioned<MemoFacts>> _, Answer.Away<Versioned<MemoFacts>> _ ->
                    throw new UnavailablePageException();
        };
    }

    FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()), LONGEST);
    }

    /** The form with what is kept. */
    FilledForm filled(Asked asked, MemoFacts memo) {
        FilledForm form = form();
        MemoFields.fill(form, memo, reading.names(asked.code(), memo, asked.reader()));
        return form;
    }

    /** The page as it is kept. */
    String page(Asked asked) {
        Versioned<MemoFacts> found = find(asked);
        return page(
                asked,
                found.value(),
                filled(asked, found.value()),
                Rows.of(found.value()),
                found.version());
    }

    /**
     * The page.
     *
     * @param rows how many rows were sent, or are kept
     * @param seen the version that is shown
     */
    String page(Asked asked, MemoFacts memo, FilledForm form, Rows rows, String seen) {
        Language language = asked.reader().language();
        Model model = asked.model();
        frame(asked, "", memo);
        Rows shown = rows.orMore(Rows.of(memo));
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
        model.addAttribute(
                "sections",
                IntStream.range(0, shown.sections()).mapToObj(MemoFields::section).toList());
        model.addAttribute(
                "actions",
                IntStream.range(0, shown.actions()).mapToObj(MemoFields::action).toList());
        model.addAttribute("groups", groups(asked.event().facts(), memo, language));
        model.addAttribute("written", !seen.equals(MemoFacts.FIRST));
        model.addAttribute(
                "followed",
                memo.actions().stream().map(each -> Followed.of(each, language)).toList());
        model.addAttribute("fileCount", memo.attachments().size());
        return "organise-memo";
    }

    /** Puts what every page about the memo shows at its top. */
    void frame(Asked asked, String part, MemoFacts memo) {
        EventFacts event = asked.event().facts();
        pages.frame(asked.code(), event, asked.path() + part, asked.reader(), asked.model());
        asked.model().addAttribute("memoHref", asked.path());
        asked.model().addAttribute("published", memo.isPublished());
        asked.model()
                .addAttribute(
                        "publishedAt",
                        memo.publishedAt() == null
                                ? null
                                : Formats.moment(memo.publishedAt(), asked.reader().language()));
        asked.model().addAttribute("begun", !event.startsAt().isAfter(clock.instant()));
    }

    /** The groups of the event, and those that the memo has of another time. */
    private static List<Group> groups(EventFacts event, MemoFacts memo, Language language) {
        RulesFacts rules = Objects.requireNonNullElse(event.registration(), RulesFacts.SIMPLE);
        List<Group> groups = new ArrayList<>();
        if (rules.workshops() != null) {
            rules.workshops()
                    .groups()
                    .forEach(each -> groups.add(new Group(each.id(), each.title().told(language))));
        }
        for (MemoFacts.Section section : memo.sections()) {
            String group = section.group();
            if (group != null && groups.stream().noneMatch(each -> each.id().equals(group))) {
                groups.add(new Group(group, new Told(group, language.code())));
            }
        }
        return groups;
    }
}
