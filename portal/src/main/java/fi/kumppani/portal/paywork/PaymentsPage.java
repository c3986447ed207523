package fi.kumppani.portal.paywork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.ListFiles;
import fi.kumppani.portal.page.Listed;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.TablePage;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

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

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What of a call is to be paid and what the rest waits for; what is due is collected for a bank.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/calls/{id}/payments")
class PaymentsPage {

    private static final String FAMILY = "paying";
    private static final String WHICH = "applicationIds";
    private static final List<String> TYPED = List.of("payer", "iban", "payOn");
    private static final Refusals REFUSALS =
            new Refusals(FAMILY, Set.of("nothing-due"), Map.of("nothing-due", WHICH));

    private final WorkPages pages;
    private final ListFiles files;
    private final Clock clock;

    PaymentsPage(WorkPages pages, ListFiles files, Clock clock) {
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    private record Asked(
            String code,
            String id,
            Official official,
            Reader reader,
            Model model,
            HttpServletResponse response) {

        private String path() {
            return WorkPages.call(code, id) + "/payments";
        }
    }

    /**
     * What of the list somebody asked for.
     *
     * @param state one of {@link PayableList#FILTERS}
     * @param page from 1
     */
    private record Seen(String state, String sort, String page) {

        static final Seen ALL = new Seen(PayableList.filter(""), "", "");
    }

    /** An instalment in words. */
    record Row(
            String applicationId,
            String href,
            String number,
            int instalment,
            String amount,
            @Nullable String payment,
            List<String> holds,
            boolean due) {

        static Row of(String code, PayableFacts facts) {
            return new Row(
                    facts.applicationId(),
                    WorkPages.application(code, facts.applicationId()),
                    facts.diaryNumber(),
                    facts.instalment(),
                    Formats.euros(facts.amount()),
                    facts.knownPayment(),
                    facts.knownHolds(),
                    facts.isDue());
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = form(kept == null ? null : kept.getFirst("key"));
        if (kept != null) {
            keep(form, kept);
            form.refuse("own.kept");
        }
        return page(
                new Asked(code, id, official, reader, model, response),
                new Seen(PayableList.filter(state), sort, page),
                form);
    }

    /** The same list, all pages of it, as a file. */
    @GetMapping(TablePage.FILES)
    void export(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Reader reader,
            HttpServletResponse response)
            throws IOException {
        Official official = pages.official(code, request, reader);
        Listing<PayableFacts> found = PageSubject.of(PayableFacts.of(code, id, official.person()));
        UnaryOperator<String> words = files.words(reader.language());
        files.answer(
                response,
                new ListFiles.Table(
                        "payments." + format,
                        PayableList.HEADINGS,
                        PayableList.columns()
                                .sorted(
                                        PayableList.passing(
                                                found.items(), PayableList.filter(state)),
                                        sort)
                                .stream()
                                .map(each -> PayableList.cells(each, words))
                                .toList(),
                        found.next() != null),
                reader.language());
    }

    /**
     * Collects what was chosen of that which is due.
     *
     * @param key what makes the form sent twice one batch
     */
    @PostMapping
    String collect(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked =
                new Asked(code, id, pages.official(code, request, reader), reader, model, response);
        if (!asked.official().handles()) {
            throw new NoSuchPageException();
        }
        FilledForm form = form(key);
        keep(form, sent);
        Map<String, Object> body = read(form, id);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, Seen.ALL, form);
        }
        Answer<PayableFacts.Collected> answer =
                asked.official().person().answer(PayableFacts.collect(code, body, form.key()));
        return Outcome.of(
                answer,
                response,
                batch -> AfterActing.to(WorkPages.batch(code, batch.id()), "collected", request),
                () -> {
                    REFUSALS.tell(form, answer);
                    return page(asked, Seen.ALL, form);
                });
    }

    private FilledForm form(@Nullable String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()));
    }

    private static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        form.putAll(WHICH, sent.getOrDefault(WHICH, List.of()));
        TYPED.forEach(field -> form.put(field, sent.getFirst(field)));
    }

    private static Map<String, Object> read(FilledForm form, String call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("callId", call);
        if (form.values(WHICH).isEmpty()) {
            form.refuse(WHICH, FAMILY + ".error." + WHICH);
        }
        body.put(WHICH, form.values(WHICH));
        for (String field : List.of("payer", "iban")) {
            if (form.value(field).isEmpty()) {
                form.refuse(field, FAMILY + ".error." + field);
            }
            body.put(field, form.value(field));
        }
        Days.read(form.value("payOn"))
                .ifPresentOrElse(
                        day -> body.put("payOn", day.toString()),
                        () -> form.refuse("payOn", FAMILY + ".error.payOn"));
        return body;
    }

    private String page(Asked asked, Seen seen, FilledForm form) {
        String code = asked.code();
        WorkCall call = asked.official().person().found(WorkCall.one(code, asked.id())).value();
        List<PayableFacts> found =
                Listed.whole(
                        PayableFacts.of(code, asked.id(), asked.official().person()),
                        asked.model(),
                        asked.response());
        List<PayableFacts> due = found.stream().filter(PayableFacts::isDue).toList();
        TablePage<PayableFacts> list =
                PayableList.columns()
                        .page(
                                PayableList.passing(found, seen.state()),
                                new Columns.Asked(
                                        asked.path(),
                                        Map.of("state", seen.state()),
                                        seen.sort(),
                                        seen.page()));
        if (!form.asks(WHICH)) {
            form.putAll(WHICH, due.stream().map(PayableFacts::applicationId).distinct().toList());
            TYPED.forEach(field -> form.put(field, ""));
        }
        Model model = asked.model();
        pages.frame(code, asked.path(), asked.reader(), model);
        model.addAttribute("heading", call.title().told(asked.reader().language()));
        model.addAttribute("callHref", WorkPages.call(code, asked.id()));
        model.addAttribute("form", form);
        model.addAttribute("list", list);
        model.addAttribute("rows", list.rows().stream().map(each -> Row.of(code, each)).toList());
        model.addAttribute("state", seen.state());
        model.addAttribute("filters", PayableList.FILTERS);
        model.addAttribute("any", !found.isEmpty());
        model.addAttribute("due", due.stream().map(each -> Row.of(code, each)).toList());
        model.addAttribute(
                "dueInAll",
                Formats.euros(
                        due.stream()
                                .map(PayableFacts::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        model.addAttribute("collectable", asked.official().handles() && !due.isEmpty());
        model.addAttribute(
                "table",
                "/api/grants/v1/municipalities/%s/calls/%s/payables.csv"
                        .formatted(code, asked.id()));
        return "call-payments";
    }
}
