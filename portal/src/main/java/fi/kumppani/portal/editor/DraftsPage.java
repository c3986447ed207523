package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.editor.DraftFacts.Proposal;
import fi.kumppani.portal.editor.DraftFacts.Segment;
import fi.kumppani.portal.editor.DraftFacts.Words;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;

/**
 * The issues of the municipality's lists: those that are written, wait or are on their way, and
 * those that were sent. Another one is begun here, empty or from what is proposed.
 */
@Controller
@RequestMapping("/m/{code}/letters/drafts")
class DraftsPage {

    private static final String FAMILY = "editor.begin";
    private static final List<String> REASONS = List.of("number-taken");
    private static final int MOST_UNSENT = 50;
    private static final int MOST_SENT = 20;

    private final DraftPages pages;
    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    DraftsPage(DraftPages pages, Municipalities municipalities, Backends backends, Clock clock) {
        this.pages = pages;
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param unsent where the page of those that were not sent begins
     * @param sent where the page of those that were sent begins
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String unsent,
            @RequestParam(defaultValue = "") String sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        FilledForm form = form("", "proposal", FormKeys.next(clock.instant()));
        return page(code, form, unsent, sent, new Shown(person, reader, model, response));
    }

    /**
     * Begins an issue.
     *
     * @param from {@code proposal}, or {@code nothing} but its number
     * @param key what makes the form sent twice one act
     */
    @PostMapping
    String begin(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        Shown shown = new Shown(person, reader, model, response);
        FilledForm form = form(list, from, FormKeys.of(key, clock.instant()));
        if (list.isBlank()) {
            form.refuse("list", FAMILY + ".error.list");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, form, "", "", shown);
        }
        Proposal proposal = person.found(DraftFacts.proposal(code, list)).value();
        Words words =
                new Words(
                        proposal.number(),
                        proposal.year(),
                        proposal.title(),
                        from.equals("nothing")
                                ? List.of()
                                : proposal.items().stream().limit(Blocks.MOST).toList(),
                        Segment.EVERYBODY);
        return Outcome.of(
                person.answer(DraftFacts.begin(code, list, words, form.key())),
                response,
                begun -> AfterActing.to(DraftPages.path(code, begun.id()), "begun", request),
                refusal -> {
                    form.refuse(refusal, FAMILY, REASONS);
                    return page(code, form, "", "", shown);
                },
                () -> {
                    form.refuse(FAMILY + ".away");
                    return page(code, form, "", "", shown);
                });
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/letters/drafts", request);
    }

    private record Shown(Person person, Reader reader, Model model, HttpServletResponse response) {}

    private static FilledForm form(String list, String from, String key) {
        FilledForm form = new FilledForm(key);
        form.put("list", list);
        form.put("from", from);
        return form;
    }

    private String page(
            String code, FilledForm form, String unsentFrom, String sentFrom, Shown shown) {
        Model model = shown.model();
        Reader reader = shown.reader();
        HttpServletResponse response = shown.response();
        Listing<DraftFacts> unsent =
                Listed.of(
                        shown.person().answer(DraftFacts.unsent(code, MOST_UNSENT, unsentFrom)),
                        model,
                        response);
        Listing<SentFacts> sent =
                Listed.of(
                        backends.answer(reader, SentFacts.page(code, MOST_SENT, sentFrom)),
                        model,
                        response);
        Listing<ListFacts> lists =
                Listed.of(backends.answer(reader, ListFacts.all(code)), model, response);
        IssueRow.Lists known = new IssueRow.Lists(lists.items(), fourEyes(code, unsent, reader));
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", DraftPages.path(code));
        model.addAttribute("form", form);
        model.addAttribute("lists", known.choices(reader.language()));
        model.addAttribute(
                "unsent",
                unsent.items().reversed().stream()
                        .map(each -> IssueRow.of(code, each, known, reader.language()))
                        .toList());
        model.addAttribute("nextUnsent", unsent.next());
        model.addAttribute(
                "sent",
                sent.items().stream()
                        .map(each -> IssueRow.of(code, each, reader.language()))
                        .toList());
        model.addAttribute("nextSent", sent.next());
        return "drafts";
    }

    /** The lists of drafts that somebody else than their writer must approve. */
    private List<String> fourEyes(String code, Listing<DraftFacts> drafts, Reader reader) {
        return drafts.items().stream()
                .filter(each -> each.isDraft() && !each.approved())
                .map(DraftFacts::listId)
                .distinct()
                .filter(
                        list ->
                                backends.answer(reader, ListFacts.one(code, list))
                                        .found()
                                        .filter(ListFacts::wantsFourEyes)
                                        .isPresent())
                .toList();
    }
}
