package fi.kumppani.portal.organiser;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who comes to an event, by number in order of arrival; names are in the table alone. */
@Controller
@RequestMapping("/m/{code}/organise/events/{id}/participants")
class ParticipantsPage {

    static final String PART = "/participants";

    private static final Set<String> DONE = Set.copyOf(ParticipantActs.ALL);
    private static final Map<String, MediaType> FORMATS =
            Map.of(
                    "csv",
                    new MediaType("text", "csv", StandardCharsets.UTF_8),
                    "xlsx",
                    MediaType.parseMediaType(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private final OrganiserPages pages;
    private final AssociationSearch associations;
    private final ListFiles files;
    private final MessageSource messages;
    private final Clock clock;

    ParticipantsPage(
            OrganiserPages pages,
            AssociationSearch associations,
            ListFiles files,
            MessageSource messages,
            Clock clock) {
        this.pages = pages;
        this.associations = associations;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        EventFacts event = pages.event(person, code, id).value().facts();
        String filter = ParticipantList.filter(state);
        String path = OrganiserPages.path(code, id) + PART;
        TablePage<ParticipantFacts> list =
                ParticipantList.columns()
                        .page(
                                ParticipantList.passing(
                                        Listed.whole(all(person, code, id), model, response),
                                        filter),
                                new Columns.Asked(path, Map.of("state", filter), sort, page));
        Map<String, Told> names = names(code, list.rows(), reader);
        RulesFacts rules = rules(event);
        boolean isDecidable = event.startsAt().isAfter(clock.instant()) && !event.isCancelled();
        pages.frame(code, event, path, reader, model);
        model.addAttribute("list", list);
        model.addAttribute(
                "rows",
                list.rows().stream()
                        .map(
                                each ->
                                        ParticipantRow.of(
                                                each, rules, names, isDecidable, reader.language()))
                        .toList());
        model.addAttribute("state", filter);
        model.addAttribute("filters", ParticipantList.FILTERS);
        model.addAttribute("seats", event.seats());
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return "organise-participants";
    }

    /** The same list, all pages of it and without names, as a file. */
    @GetMapping(TablePage.FILES)
    void list(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Person person = pages.person(code, request, reader);
        RulesFacts rules = rules(pages.event(person, code, id).value().facts());
        Listing<ParticipantFacts> found = PageSubject.of(all(person, code, id));
        UnaryOperator<String> words = files.words(reader.language());
        files.answer(
                response,
                new ListFiles.Table(
                        "registrations." + format,
                        ParticipantList.HEADINGS.stream()
                                .map("organise.participants."::concat)
                                .toList(),
                        ParticipantList.columns()
                                .sorted(
                                        ParticipantList.passing(
                                                found.items(), ParticipantList.filter(state)),
                                        sort)
                                .stream()
                                .map(
                                        each ->
                                                ParticipantList.cells(
                                                        each,
                                                        ParticipantRow.of(
                                                                each,
                                                                rules,
                                                                Map.of(),
                                                                false,
                                                                reader.language()),
                                                        words))
                                .toList(),
                        found.next() != null),
                reader.language());
    }

    /**
     * Hands the table with the names out; events-service notes each time in the event's journal.
     *
     * @param format {@code csv} or {@code xlsx}
     */
    @PostMapping("/exports")
    ResponseEntity<byte[]> export(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            Reader reader) {
        Person person = pages.person(code, request, reader);
        MediaType type = FORMATS.get(format);
        if (type == null) {
            throw new NoSuchPageException();
        }
        byte[] table =
                switch (person.file(ParticipantFacts.table(code, id, format))) {
                    case Answer.Found<byte[]>(byte[] found) -> found;
                    case Answer.Missing<byte[]> _, Answer.Refused<byte[]> _ ->
                            throw new NoSuchPageException();
                    case Answer.Away<byte[]> _ -> throw new UnavailablePageException();
                };
        String name =
                messages.getMessage(
                        Refused.FAMILY + ".participants.file", null, reader.language().locale());
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format)
                                .build()
                                .toString())
                .body(table);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/organise/events/{id}" + PART, request);
    }

    private static Answer<Listing<ParticipantFacts>> all(Person person, String code, String id) {
        return WholeList.toOrder(
                person, from -> ParticipantFacts.page(code, id, from, WholeList.AT_ONCE));
    }

    private static RulesFacts rules(EventFacts event) {
        return Objects.requireNonNullElse(event.registration(), RulesFacts.SIMPLE);
    }

    private Map<String, Told> names(String code, List<ParticipantFacts> rows, Reader reader) {
        List<String> ids =
                rows.stream()
                        .map(ParticipantFacts::associationId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return associations.byId(List.of(code), ids, reader).stream()
                .collect(
                        Collectors.toMap(
                                AssociationSearch.Named::id, AssociationSearch.Named::label));
    }
}
