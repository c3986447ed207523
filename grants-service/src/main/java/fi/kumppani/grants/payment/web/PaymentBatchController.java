package fi.kumppani.grants.payment.web;

import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.CollectPayments;
import fi.kumppani.grants.payment.FinishBatch;
import fi.kumppani.grants.payment.MoveBatch;
import fi.kumppani.grants.payment.Payer;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatches;
import fi.kumppani.grants.payment.StatusReport;
import fi.kumppani.grants.payment.file.CreditTransferFile;
import fi.kumppani.grants.payment.file.LedgerFile;
import fi.kumppani.grants.payment.file.PainVersion;
import fi.kumppani.grants.payment.file.StatusReportFile;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Batches of payments: one officer collects, another person approves, the bank answers. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/payment-batches")
class PaymentBatchController {

    private static final String COLLECT = "grants.payment.collect";
    private static final int MOST_NAMED = 50;
    private static final int LONGEST_ID = 35;

    private final CollectPayments collectPayments;
    private final MoveBatch moveBatch;
    private final FinishBatch finishBatch;
    private final PaymentBatches batches;
    private final GrantCalls calls;
    private final CreditTransferFile creditTransferFile;
    private final LedgerFile ledgerFile;
    private final StatusReportFile statusReportFile;
    private final Clock clock;

    PaymentBatchController(
            CollectPayments collectPayments,
            MoveBatch moveBatch,
            FinishBatch finishBatch,
            PaymentBatches batches,
            GrantCalls calls,
            CreditTransferFile creditTransferFile,
            LedgerFile ledgerFile,
            StatusReportFile statusReportFile,
            Clock clock) {
        this.collectPayments = collectPayments;
        this.moveBatch = moveBatch;
        this.finishBatch = finishBatch;
        this.batches = batches;
        this.calls = calls;
        this.creditTransferFile = creditTransferFile;
        this.ledgerFile = ledgerFile;
        this.statusReportFile = statusReportFile;
        this.clock = clock;
    }

    /** Collects what is due of a call. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping
    ResponseEntity<BatchView> collect(
            @Valid @RequestBody BatchRequest request, IdempotencyKey key, CurrentUser user) {
        CallId call = new CallId(request.callId());
        if (calls.find(call).isEmpty()) {
            throw Problems.invalid("callId", "unknown", "No call has this id");
        }
        if (request.payOn().isBefore(FinnishTime.today(clock))) {
            throw Problems.invalid("payOn", "in-the-past", "Today or later");
        }
        var result =
                collectPayments.collect(
                        call,
                        Objects.requireNonNullElse(request.applicationIds(), List.<String>of())
                                .stream()
                                .map(ApplicationId::new)
                                .collect(Collectors.toSet()),
                        new Payer(request.payer(), iban(request.iban()), request.payOn()),
                        user.subject(),
                        new Creation(key.uniqueKey(COLLECT), key.bodyHash()));
        return switch (result) {
            case CollectPayments.Result.Collected(var batch) ->
                    ResponseEntity.created(
                                    URI.create(
                                            "/v1/municipalities/"
                                                    + Tenancy.current()
                                                    + "/payment-batches/"
                                                    + batch.id()))
                            .eTag(ETags.of(batch.version()))
                            .body(BatchView.of(batch.body()));
            case CollectPayments.Result.NothingDue _ ->
                    throw Problems.refused("nothing-due", "Nothing can be paid now");
            case CollectPayments.Result.KeyReused _ -> throw IdempotencyKey.reused();
        };
    }

    private static Iban iban(String text) {
        return switch (Iban.read(text)) {
            case Iban.Reading.Sound(var iban) -> iban;
            case Iban.Reading.Faulty(var fault) ->
                    throw Problems.invalid(
                            "iban", WireCodes.of(fault), "An IBAN of a SEPA country");
        };
    }

    /** The batches, oldest first. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    Page<BatchView> list(Cursor cursor) {
        return cursor.page(
                        batches.list(
                                Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize()),
                        Stored::id)
                .map(stored -> BatchView.of(stored.body()));
    }

    /** A batch. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/{batch}")
    ResponseEntity<BatchView> one(@PathVariable String batch) {
        return view(load(batch));
    }

    /** Approves it: a second person, disqualified in none of its applications. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/{batch}/approval")
    ResponseEntity<BatchView> approve(@PathVariable String batch, IfMatch seen, CurrentUser user) {
        return moved(moveBatch.approve(new BatchId(batch), user.subject(), seen.version()));
    }

    /** Discards it; its instalments can be collected anew. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @DeleteMapping("/{batch}")
    ResponseEntity<BatchView> discard(@PathVariable String batch, IfMatch seen) {
        return moved(moveBatch.discard(new BatchId(batch), seen.version()));
    }

    /** Gives it to the bank; its files can be had from then on. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{batch}/export")
    ResponseEntity<BatchView> export(@PathVariable String batch, IfMatch seen) {
        return moved(moveBatch.export(new BatchId(batch), seen.version()));
    }

    /** The SEPA credit transfer of a batch that is with the bank; always the same bytes. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @GetMapping("/{batch}/credit-transfer")
    ResponseEntity<byte[]> creditTransfer(
            @PathVariable String batch, @RequestParam(defaultValue = "09") String version) {
        PainVersion wanted =
                PainVersion.ofCode(version)
                        .orElseThrow(() -> Problems.malformed("version", "unknown", "03 or 09"));
        Sent sent = sent(batch);
        return file(
                MediaType.APPLICATION_XML,
                wanted.message() + "-" + sent.batch().id().compact() + ".xml",
                creditTransferFile.of(sent.batch(), sent.state().at(), wanted));
    }

    /** A batch that is with the bank as a table for the municipality's ledger. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @GetMapping("/{batch}/ledger-table")
    ResponseEntity<byte[]> ledgerTable(@PathVariable String batch) {
        Sent sent = sent(batch);
        return file(
                new MediaType("text", "csv"),
                "payments-" + sent.batch().id().compact() + ".csv",
                ledgerFile.of(
                        sent.batch(),
                        calls.terms(sent.batch().call()).scheme(),
                        sent.state().by()));
    }

    private record Sent(PaymentBatch batch, PaymentBatch.State.Exported state) {}

    private Sent sent(String batch) {
        PaymentBatch found = load(batch).body();
        if (found.state() instanceof PaymentBatch.State.Exported state) {
            return new Sent(found, state);
        }
        throw Problems.refused(PaymentBatch.Refusal.NOT_EXPORTED);
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    /** What the bank says of payments. */
    record AnswersRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid AnswerBody> answers) {}

    /**
     * What the bank says of a payment.
     *
     * @param status {@code confirmed} or {@code rejected}
     * @param reasonCode why not, as its ISO 20022 code
     */
    record AnswerBody(
            @NotBlank @Size(max = 64) String paymentId,
            @NotNull @Pattern(regexp = "confirmed|rejected") String status,
            @Nullable @Pattern(regexp = "[A-Z0-9]{4}") String reasonCode) {}

    /** Notes what the bank says; a payment that was rejected can be collected anew. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{batch}/answers")
    ResponseEntity<BatchView> answer(
            @PathVariable String batch, @Valid @RequestBody AnswersRequest request) {
        Map<String, PaymentBatch.BankAnswer> answers = new HashMap<>();
        for (AnswerBody each : request.answers()) {
            answers.put(
                    each.paymentId(),
                    new PaymentBatch.BankAnswer(
                            each.status().equals("confirmed"), each.reasonCode()));
        }
        return moved(moveBatch.answer(new BatchId(batch), answers));
    }

    /**
     * Notes what the bank's status report says (ISO 20022, pain.002, as XML); sent again it changes
     * nothing. What the bank has not finished waits for the next report.
     */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{batch}/status-report")
    ResponseEntity<BatchView> report(@PathVariable String batch, @RequestBody byte[] file) {
        StatusReport report =
                statusReportFile
                        .read(file)
                        .orElseThrow(() -> Problems.malformed("The body is no pain.002 report"));
        return switch (moveBatch
                .report(new BatchId(batch), report)
                .orElseThrow(Problems::notFound)) {
            case MoveBatch.Reported.As(var result) -> moved(Optional.of(result));
            case MoveBatch.Reported.OfAnother _ ->
                    throw Problems.invalid(
                            "OrgnlMsgId", "other-message", "The report is of another batch");
            case MoveBatch.Reported.Strangers(var ids) ->
                    throw Problems.invalid(
                            ids.stream()
                                    .limit(MOST_NAMED)
                                    .map(
                                            id ->
                                                    new FieldError(
                                                            "OrgnlEndToEndId",
                                                            "unknown",
                                                            "No payment of the batch is "
                                                                    + cut(id)))
                                    .toList());
        };
    }

    private static String cut(String id) {
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    private Stored<PaymentBatch> load(String batch) {
        return finishBatch.load(new BatchId(batch)).orElseThrow(Problems::notFound);
    }

    private static ResponseEntity<BatchView> moved(Optional<MoveBatch.Result> result) {
        return switch (result.orElseThrow(Problems::notFound)) {
            case MoveBatch.Result.Kept(var batch) -> view(batch);
            case MoveBatch.Result.Refused(var reason) -> throw Problems.refused(reason);
            case MoveBatch.Result.NoLongerDue(var objections) ->
                    throw Problems.refused(
                            "no-longer-due",
                            "Discard it and collect anew; in the way is: " + objections);
            case MoveBatch.Result.Disqualified(var why) -> throw why.problem();
        };
    }

    private static ResponseEntity<BatchView> view(Stored<PaymentBatch> batch) {
        return ResponseEntity.ok().eTag(ETags.of(batch.version())).body(BatchView.of(batch.body()));
    }
}
