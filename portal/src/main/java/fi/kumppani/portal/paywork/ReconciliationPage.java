package fi.kumppani.portal.paywork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The books of a month: of each call what moved, what went to the bank, and what does not agree.
 */
@Controller
class ReconciliationPage {

    private static final List<String> ACCOUNTS =
            List.of("appropriation", "available", "reserved", "granted", "paid", "returned");
    private static final Set<String> MOVEMENTS =
            Set.of(
                    "appropriated",
                    "raised",
                    "lowered",
                    "reserved",
                    "granted",
                    "released",
                    "paid",
                    "reversed",
                    "recovered",
                    "returned",
                    "loan-repaid");
    private static final Set<String> DIFFERENCES =
            Set.of(
                    "payment-unknown",
                    "payment-not-booked",
                    "rejection-not-booked",
                    "rejection-unknown",
                    "return-unknown",
                    "sums-of-entries");

    private final WorkPages pages;
    private final Clock clock;

    ReconciliationPage(WorkPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** The books of a call in words. */
    record CallView(
            Told title,
            String href,
            @Nullable String line,
            List<AccountRow> accounts,
            List<MovementRow> movements,
            List<BatchRow> batches,
            List<DifferenceRow> differences) {}

    /** What was in an account when the month began, and when it ended. */
    record AccountRow(String account, String opening, String closing) {}

    /** What moved. */
    record MovementRow(String kind, String count, String amount) {}

    /** What went to the bank, and what it has said. */
    record BatchRow(
            String href,
            String sentAt,
            String amount,
            String count,
            String confirmed,
            String rejected,
            String unanswered) {}

    /** What does not agree; {@code href} leads to the case, if it is one. */
    record DifferenceRow(String kind, @Nullable String href, String inLedger, String elsewhere) {}

    @GetMapping("/m/{code}/work/reconciliation")
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String month,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official official = pages.official(code, request, reader);
        YearMonth now = YearMonth.from(Formats.dayOf(clock.instant()));
        Optional<YearMonth> asked =
                (month.isEmpty() ? Optional.of(now.minusMonths(1)) : read(month))
                        .filter(each -> !each.isAfter(now));
        boolean isNone = asked.isEmpty();
        YearMonth shown = asked.orElse(now.minusMonths(1));
        if (isNone) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        Answer<ReconciliationFacts> answer =
                official.person().answer(ReconciliationFacts.of(code, shown.toString()));
        if (answer.found().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        pages.frame(code, WorkPages.queue(code) + "/reconciliation", reader, model);
        model.addAttribute("month", shown.toString());
        model.addAttribute("latest", now.toString());
        model.addAttribute("noMonth", isNone);
        model.addAttribute("away", answer.found().isEmpty());
        model.addAttribute(
                "differences", answer.found().map(ReconciliationFacts::differences).orElse(0L));
        model.addAttribute(
                "calls",
                answer.found().stream()
                        .flatMap(facts -> facts.calls().stream())
                        .map(call -> view(code, call, reader.language()))
                        .toList());
        String report =
                "/api/grants"
                        + ReconciliationFacts.PATH.replace("{municipality}", code)
                        + "%s?month="
                        + shown;
        model.addAttribute("table", report.formatted(".csv"));
        model.addAttribute("json", report.formatted(""));
        return "work-reconciliation";
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return Optional.of(YearMonth.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static CallView view(String code, ReconciliationFacts.Call call, Language language) {
        String line =
                Stream.of(call.account(), call.serviceClass())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" / "));
        return new CallView(
                call.title().told(language),
                WorkPages.call(code, call.callId()) + "/ledger",
                line.isEmpty() ? null : line,
                ACCOUNTS.stream()
                        .map(
                                each ->
                                        new AccountRow(
                                                each,
                                                sum(call.opening().get(each)),
                                                sum(call.closing().get(each))))
                        .toList(),
                call.movements().stream()
                        .map(
                                each ->
                                        new MovementRow(
                                                MOVEMENTS.contains(each.kind())
                                                        ? each.kind()
                                                        : "other",
                                                Formats.number(each.count()),
                                                Formats.euros(each.amount())))
                        .toList(),
                call.batches().stream().map(each -> batch(code, each, language)).toList(),
                call.differences().stream().map(each -> difference(code, each)).toList());
    }

    private static String sum(@Nullable BigDecimal amount) {
        return Formats.euros(Objects.requireNonNullElse(amount, BigDecimal.ZERO));
    }

    private static BatchRow batch(String code, ReconciliationFacts.Batch batch, Language language) {
        return new BatchRow(
                WorkPages.batch(code, batch.batchId()),
                Formats.moment(batch.sentAt(), language),
                Formats.euros(batch.all().amount()),
                Formats.number(batch.all().count()),
                Formats.euros(batch.confirmed().amount()),
                Formats.euros(batch.rejected().amount()),
                Formats.euros(batch.unanswered().amount()));
    }

    private static DifferenceRow difference(String code, ReconciliationFacts.Difference found) {
        return new DifferenceRow(
                DIFFERENCES.contains(found.kind()) ? found.kind() : "other",
                found.applicationId() == null
                        ? null
                        : WorkPages.application(code, found.applicationId()),
                Formats.euros(found.inLedger()),
                Formats.euros(found.elsewhere()));
    }
}
