package fi.kumppani.grants.casemanagement.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.casemanagement.CarryOutCase;
import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.casemanagement.CaseRefusal;
import fi.kumppani.grants.casemanagement.ExchangeCase;
import fi.kumppani.grants.casemanagement.ListCases;
import fi.kumppani.grants.casemanagement.ReceiveDecision;
import fi.kumppani.grants.document.ComposeDecisionDocument;
import fi.kumppani.grants.document.DecisionPdf;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.FinishDecision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.grantapplication.verdict.DecisionResults;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the municipality's case-management system does: it opens cases, fetches proposals and sends
 * decisions. Every step can be sent again.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/case-exchange")
class CaseExchangeController {

    private static final String SCOPE = "cases:exchange";
    private static final String DECIDE = "grants.case.decide";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    private final ListCases listCases;
    private final ExchangeCase exchangeCase;
    private final CarryOutCase carryOutCase;
    private final ReceiveDecision receiveDecision;
    private final FinishDecision finishDecision;
    private final ComposeDecisionDocument compose;
    private final GrantCalls calls;
    private final Clock clock;

    CaseExchangeController(
            ListCases listCases,
            ExchangeCase exchangeCase,
            CarryOutCase carryOutCase,
            ReceiveDecision receiveDecision,
            FinishDecision finishDecision,
            ComposeDecisionDocument compose,
            GrantCalls calls,
            Clock clock) {
        this.listCases = listCases;
        this.exchangeCase = exchangeCase;
        this.carryOutCase = carryOutCase;
        this.receiveDecision = receiveDecision;
        this.finishDecision = finishDecision;
        this.compose = compose;
        this.calls = calls;
        this.clock = clock;
    }

    /** What arrived for a call, in the order of arrival, with the cases that are opened. */
    @OpenToScope(SCOPE)
    @GetMapping("/calls/{id}/applications")
    Page<ToOpenView> list(@PathVariable String id, Cursor cursor) {
        CallId call = new CallId(id);
        if (calls.announced(call).isEmpty()) {
            throw Problems.notFound();
        }
        String after = Objects.requireNonNullElse(cursor.after(), "0");
        if (!NUMBER.matcher(after).matches()) {
            throw Problems.malformed("cursor", "malformed", "Send the cursor as it was given");
        }
        var page =
                cursor.page(
                        listCases.list(call, Integer.parseInt(after), cursor.fetchSize()),
                        row -> Integer.toString(row.position()));
        List<ToOpenView> found =
                page.items().stream()
                        .flatMap(
                                row ->
                                        row.application() == null
                                                ? Stream.<ToOpenView>empty()
                                                : Stream.of(
                                                        ToOpenView.of(
                                                                row.application(), row.file())))
                        .toList();
        return new Page<>(found, page.next());
    }

    /** The number that the case-management system gave. */
    record OpeningRequest(@NotBlank @Size(max = 64) String caseNumber) {}

    /** Takes down under which number a case was opened. */
    @OpenToScope(SCOPE)
    @PutMapping("/applications/{id}")
    ResponseEntity<CaseView> open(
            @PathVariable String id, @Valid @RequestBody OpeningRequest request) {
        GrantApplication application = application(id);
        return answer(application, exchangeCase.open(application, request.caseNumber().strip()));
    }

    /** How far a case is, with what is proposed. */
    @OpenToScope(SCOPE)
    @GetMapping("/applications/{id}")
    ResponseEntity<CaseView> one(@PathVariable String id) {
        return view(application(id));
    }

    /**
     * What is proposed, as a PDF with its secret part.
     *
     * @param language the applicant's when absent
     */
    @OpenToScope(SCOPE)
    @GetMapping("/applications/{id}/proposal.pdf")
    ResponseEntity<byte[]> proposal(
            @PathVariable String id, @RequestParam(required = false) @Nullable Language language) {
        GrantApplication application = application(id);
        CaseFile file = file(application);
        CaseFile.CaseProposal proposal = CaseView.proposal(file);
        if (proposal == null) {
            throw Problems.refused(CaseRefusal.NOTHING_PROPOSED);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("proposal-" + proposal.number() + ".pdf")
                                .build()
                                .toString())
                .body(DecisionPdf.of(compose.propose(application, proposal.verdict(), language)));
    }

    /** Which proposal a step is about. */
    record ProposalRequest(@Min(1) int proposal) {}

    /** Takes down that the case-management system has the proposal. */
    @OpenToScope(SCOPE)
    @PutMapping("/applications/{id}/proposal/receipt")
    ResponseEntity<CaseView> take(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request) {
        GrantApplication application = application(id);
        return answer(
                application, exchangeCase.take(application.filing().id(), request.proposal()));
    }

    /** Takes down that the proposal was given back to be prepared anew. */
    @OpenToScope(SCOPE)
    @PutMapping("/applications/{id}/proposal/return")
    ResponseEntity<CaseView> giveBack(
            @PathVariable String id, @Valid @RequestBody ProposalRequest request) {
        GrantApplication application = application(id);
        return answer(
                application, exchangeCase.giveBack(application.filing().id(), request.proposal()));
    }

    /** Takes in what was decided, and carries it out. */
    @OpenToScope(SCOPE)
    @PostMapping("/applications/{id}/decisions")
    ResponseEntity<CaseView> decide(
            @PathVariable String id,
            @Valid @RequestBody ReceivedDecisionRequest request,
            IdempotencyKey key) {
        GrantApplication application = application(id);
        var creation = new Creation(key.uniqueKey(DECIDE), key.bodyHash());
        var asked =
                request.asked(
                        creation,
                        FinnishTime.dayOf(
                                application
                                        .arrived()
                                        .map(Receipt::at)
                                        .orElseThrow(
                                                () -> Problems.refused(CaseRefusal.NOT_SUBMITTED))),
                        FinnishTime.today(clock));
        switch (receiveDecision.receive(application, request.proposal(), asked)) {
            case ReceiveDecision.Result.CarriedOut(var result) -> {
                var _ = DecisionResults.made(result);
            }
            case ReceiveDecision.Result.Again _ -> {}
            case ReceiveDecision.Result.Refused(var reason) -> throw Problems.refused(reason);
            case ReceiveDecision.Result.Powerless(var why) -> throw why.problem();
            case ReceiveDecision.Result.KeyReused _ -> throw IdempotencyKey.reused();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(CaseView.of(file(application)));
    }

    private GrantApplication application(String id) {
        return finishDecision
                .load(new ApplicationId(id))
                .map(Stored::body)
                .orElseThrow(Problems::notFound);
    }

    private CaseFile file(GrantApplication application) {
        return carryOutCase
                .load(application.filing().id())
                .map(Stored::body)
                .orElseThrow(Problems::notFound);
    }

    private ResponseEntity<CaseView> answer(
            GrantApplication application, ExchangeCase.Result result) {
        return switch (result) {
            case ExchangeCase.Result.Done _ -> view(application);
            case ExchangeCase.Result.Refused(var reason) -> throw Problems.refused(reason);
            case ExchangeCase.Result.NotDecidable(var reason) -> throw Problems.refused(reason);
        };
    }

    private ResponseEntity<CaseView> view(GrantApplication application) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(CaseView.of(file(application)));
    }
}
