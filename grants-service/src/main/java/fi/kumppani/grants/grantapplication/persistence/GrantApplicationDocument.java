package fi.kumppani.grants.grantapplication.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.consortium.Partner;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.costplan.KeptCostPlan;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.form.Answers;
import fi.kumppani.grants.form.FormId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.FilledForm;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.OtherGrant;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.grantapplication.Transfer;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.file.FileType;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An application as it is kept.
 *
 * @param state which of the states it is in
 * @param receipt absent in a draft
 * @param supplement absent unless it is to be completed
 * @param withdrawnAt absent unless it was taken back
 * @param transfer absent unless it goes on under another call
 * @param decision absent before one is begun
 * @param earlier decisions it took the place of; absent when there are none
 * @param next the decision that is to take its place; absent unless one is
 */
record GrantApplicationDocument(
        String state,
        FilingPart filing,
        ProposalPart proposal,
        @Nullable ReceiptPart receipt,
        @Nullable SupplementPart supplement,
        @Nullable Instant withdrawnAt,
        @Nullable TransferPart transfer,
        @Nullable DecisionPart decision,
        @Nullable List<DecisionPart> earlier,
        @Nullable DecisionPart next) {

    static final String DRAFT = "draft";
    static final String SUBMITTED = "submitted";
    static final String SUPPLEMENTING = "supplementing";
    static final String WITHDRAWN = "withdrawn";
    static final String TRANSFERRING = "transferring";
    static final String TRANSFERRED = "transferred";
    static final String DECIDING = "deciding";
    static final String DECIDED = "decided";
    static final String REVISING = "revising";

    /** The states in which nothing is under way. */
    static final Set<String> SETTLED = Set.of(DRAFT, WITHDRAWN, TRANSFERRED, DECIDED);

    /** The states that wait for a ledger. */
    static final Set<String> UNFINISHED = Set.of(DECIDING, REVISING);

    static GrantApplicationDocument from(GrantApplication application) {
        FilingPart filing = FilingPart.from(application.filing());
        ProposalPart proposal = ProposalPart.from(application.proposal());
        return switch (application) {
            case GrantApplication.Draft _ -> of(DRAFT, filing, proposal, null, null, null);
            case GrantApplication.Submitted(_, _, var receipt) ->
                    of(SUBMITTED, filing, proposal, receipt, null, null);
            case GrantApplication.Supplementing(_, _, var receipt, var supplement) ->
                    of(SUPPLEMENTING, filing, proposal, receipt, supplement, null);
            case GrantApplication.Withdrawn(_, _, var receipt, var at) ->
                    of(WITHDRAWN, filing, proposal, receipt, null, at);
            case GrantApplication.Transferred(_, _, var receipt, var transfer, var done) ->
                    new GrantApplicationDocument(
                            done ? TRANSFERRED : TRANSFERRING,
                            filing,
                            proposal,
                            ReceiptPart.from(receipt),
                            null,
                            null,
                            TransferPart.from(transfer),
                            null,
                            null,
                            null);
            case GrantApplication.Deciding(_, _, var receipt, var decision) ->
                    decided(DECIDING, filing, proposal, receipt, decision, List.of(), null);
            case GrantApplication.Decided(_, _, var receipt, var decision, var earlier) ->
                    decided(DECIDED, filing, proposal, receipt, decision, earlier, null);
            case GrantApplication.Revising(
                            _,
                            _,
                            var receipt,
                            var decision,
                            var earlier,
                            var next) ->
                    decided(REVISING, filing, proposal, receipt, decision, earlier, next);
        };
    }

    private static GrantApplicationDocument of(
            String state,
            FilingPart filing,
            ProposalPart proposal,
            @Nullable Receipt receipt,
            @Nullable Supplement supplement,
            @Nullable Instant withdrawnAt) {
        return new GrantApplicationDocument(
                state,
                filing,
                proposal,
                receipt == null ? null : ReceiptPart.from(receipt),
                supplement == null ? null : SupplementPart.from(supplement),
                withdrawnAt,
                null,
                null,
                null,
                null);
    }

    private static GrantApplicationDocument decided(
            String state,
            FilingPart filing,
            ProposalPart proposal,
            Receipt receipt,
            Decision decision,
            List<Decision> earlier,
            @Nullable Decision next) {
        return new GrantApplicationDocument(
                state,
                filing,
                proposal,
                ReceiptPart.from(receipt),
                null,
                null,
                null,
                DecisionPart.from(decision),
                earlier.isEmpty() ? null : earlier.stream().map(DecisionPart::from).toList(),
                next == null ? null : DecisionPart.from(next));
    }

    GrantApplication toDomain(String id) {
        Filing filed = filing.toDomain(id);
        Proposal proposed = proposal.toDomain();
        return switch (state) {
            case DRAFT -> new GrantApplication.Draft(filed, proposed);
            case SUBMITTED -> new GrantApplication.Submitted(filed, proposed, received());
            case SUPPLEMENTING ->
                    new GrantApplication.Supplementing(
                            filed,
                            proposed,
                            received(),
                            Objects.requireNonNull(supplement).toDomain());
            case WITHDRAWN ->
                    new GrantApplication.Withdrawn(
                            filed, proposed, received(), Objects.requireNonNull(withdrawnAt));
            case TRANSFERRING, TRANSFERRED ->
                    new GrantApplication.Transferred(
                            filed,
                            proposed,
                            received(),
                            Objects.requireNonNull(transfer).toDomain(),
                            state.equals(TRANSFERRED));
            case DECIDING -> new GrantApplication.Deciding(filed, proposed, received(), made());
            case DECIDED ->
                    new GrantApplication.Decided(filed, proposed, received(), made(), replaced());
            case REVISING ->
                    new GrantApplication.Revising(
                            filed,
                            proposed,
                            received(),
                            made(),
                            replaced(),
                            Objects.requireNonNull(next).toDomain());
            default -> throw new IllegalStateException("An unknown state is kept: " + state);
        };
    }

    private Receipt received() {
        return Objects.requireNonNull(receipt).toDomain();
    }

    private Decision made() {
        return Objects.requireNonNull(decision).toDomain();
    }

    private List<Decision> replaced() {
        return Objects.requireNonNullElse(earlier, List.<DecisionPart>of()).stream()
                .map(DecisionPart::toDomain)
                .toList();
    }

    record FilingPart(String call, int year, String association, boolean imported) {

        static FilingPart from(Filing filing) {
            return new FilingPart(
                    filing.call().value(),
                    filing.year(),
                    filing.applicant().value(),
                    filing.imported());
        }

        Filing toDomain(String id) {
            return new Filing(
                    new ApplicationId(id),
                    new CallId(call),
                    year,
                    new AssociationId(association),
                    imported);
        }
    }

    record ProposalPart(
            @Nullable String purpose,
            long requestedCents,
            int events,
            @Nullable String eventDescription,
            @Nullable Long totalCostCents,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable List<String> declared,
            @Nullable ContactPart contact,
            @Nullable FormPart form,
            @Nullable List<FilePart> files,
            @Nullable List<FilePart> leavingFiles,
            @Nullable List<OtherGrantPart> otherGrants,
            @Nullable List<PartnerPart> partners,
            @Nullable KeptCostPlan costs) {

        static ProposalPart from(Proposal proposal) {
            ContactPoint contact = proposal.contact();
            return new ProposalPart(
                    proposal.purpose(),
                    proposal.requested().cents(),
                    proposal.events(),
                    proposal.eventDescription(),
                    proposal.totalCost() == null ? null : proposal.totalCost().cents(),
                    proposal.beginsOn(),
                    proposal.endsOn(),
                    proposal.declared().stream().sorted().toList(),
                    contact == null
                            ? null
                            : new ContactPart(contact.email().value(), contact.language().code()),
                    proposal.form() == null ? null : FormPart.from(proposal.form()),
                    FilePart.from(proposal.attachments().listed()),
                    FilePart.from(proposal.attachments().leaving()),
                    proposal.otherGrants().stream().map(OtherGrantPart::from).toList(),
                    PartnerPart.from(proposal.partners()),
                    proposal.plan().costs() == null
                            ? null
                            : KeptCostPlan.from(proposal.plan().costs()));
        }

        Proposal toDomain() {
            return new Proposal(
                    purpose,
                    eventDescription,
                    new Plan(
                            new Euros(requestedCents),
                            totalCostCents == null ? null : new Euros(totalCostCents),
                            events,
                            beginsOn,
                            endsOn,
                            declared == null ? Set.of() : Set.copyOf(declared),
                            costs == null ? null : costs.toDomain()),
                    contact == null
                            ? null
                            : new ContactPoint(
                                    new EmailAddress(contact.email()),
                                    Language.ofCode(contact.language())),
                    form == null ? null : form.toDomain(),
                    new Attachments(FilePart.toDomain(files), FilePart.toDomain(leavingFiles)),
                    Objects.requireNonNullElse(otherGrants, List.<OtherGrantPart>of()).stream()
                            .map(OtherGrantPart::toDomain)
                            .toList(),
                    PartnerPart.toDomain(partners));
        }
    }

    record PartnerPart(String association, @Nullable Instant joinedAt) {

        static @Nullable List<PartnerPart> from(Partners partners) {
            return partners.all().isEmpty()
                    ? null
                    : partners.all().stream()
                            .map(
                                    each ->
                                            new PartnerPart(
                                                    each.association().value(), each.joinedAt()))
                            .toList();
        }

        static Partners toDomain(@Nullable List<PartnerPart> parts) {
            return parts == null
                    ? Partners.NONE
                    : new Partners(
                            parts.stream()
                                    .map(
                                            each ->
                                                    new Partner(
                                                            new AssociationId(each.association()),
                                                            each.joinedAt()))
                                    .toList());
        }
    }

    record OtherGrantPart(
            String issuer, int year, long cents, boolean granted, @Nullable String purpose) {

        static OtherGrantPart from(OtherGrant other) {
            return new OtherGrantPart(
                    other.issuer(),
                    other.year(),
                    other.amount().cents(),
                    other.granted(),
                    other.purpose());
        }

        OtherGrant toDomain() {
            return new OtherGrant(issuer, year, new Euros(cents), granted, purpose);
        }
    }

    /** A file that goes with it. */
    record FilePart(
            String hash,
            String name,
            String type,
            int bytes,
            @Nullable String requirement,
            String key) {

        static List<FilePart> from(List<Attachment> files) {
            return files.stream()
                    .map(
                            each ->
                                    new FilePart(
                                            each.id(),
                                            each.name(),
                                            WireCodes.of(each.type()),
                                            each.bytes(),
                                            each.requirement(),
                                            each.key()))
                    .toList();
        }

        static List<Attachment> toDomain(@Nullable List<FilePart> files) {
            return Objects.requireNonNullElse(files, List.<FilePart>of()).stream()
                    .map(
                            each ->
                                    new Attachment(
                                            each.hash(),
                                            each.name(),
                                            WireCodes.read(FileType.class, each.type())
                                                    .orElseThrow(),
                                            each.bytes(),
                                            each.requirement(),
                                            each.key()))
                    .toList();
        }
    }

    record FormPart(
            String form,
            int version,
            Map<String, Map<String, Object>> answers,
            Map<String, Long> revisions) {

        static FormPart from(FilledForm form) {
            return new FormPart(
                    form.form().value(),
                    form.version(),
                    form.answers().sections(),
                    form.revisions());
        }

        FilledForm toDomain() {
            return new FilledForm(new FormId(form), version, new Answers(answers), revisions);
        }
    }

    record ContactPart(String email, String language) {}

    record ReceiptPart(
            String municipality, int year, int number, Instant at, @Nullable String from) {

        static ReceiptPart from(Receipt receipt) {
            DiaryNumber number = receipt.number();
            return new ReceiptPart(
                    number.municipality().value(),
                    number.year(),
                    number.number(),
                    receipt.at(),
                    receipt.from() == null ? null : receipt.from().value());
        }

        Receipt toDomain() {
            return new Receipt(
                    new DiaryNumber(new MunicipalityCode(municipality), year, number),
                    at,
                    from == null ? null : new ApplicationId(from));
        }
    }

    record TransferPart(String to, String call, @Nullable SupplementPart supplement) {

        static TransferPart from(Transfer transfer) {
            return new TransferPart(
                    transfer.to().value(),
                    transfer.call().value(),
                    transfer.supplement() == null
                            ? null
                            : SupplementPart.from(transfer.supplement()));
        }

        Transfer toDomain() {
            return new Transfer(
                    new ApplicationId(to),
                    new CallId(call),
                    supplement == null ? null : supplement.toDomain());
        }
    }

    record SupplementPart(LocalizedText what, LocalDate dueOn, Instant askedAt) {

        static SupplementPart from(Supplement supplement) {
            return new SupplementPart(supplement.what(), supplement.dueOn(), supplement.askedAt());
        }

        Supplement toDomain() {
            return new Supplement(what, dueOn, askedAt);
        }
    }

    record DecisionPart(
            String attempt,
            @Nullable Boolean notExamined,
            long grantedCents,
            @Nullable List<SharePart> shares,
            List<String> reasons,
            @Nullable LocalizedText explanation,
            @Nullable Confidential secret,
            @Nullable MakerPart maker,
            String decidedBy,
            LocalDate decidedOn,
            String requestKey,
            String requestHash,
            @Nullable String cause,
            @Nullable Boolean deMinimis) {

        static DecisionPart from(Decision decision) {
            DecisionRequest request = decision.request();
            Grounds grounds = request.verdict().grounds();
            return new DecisionPart(
                    decision.id().value(),
                    request.verdict() instanceof Verdict.NotExamine ? true : null,
                    decision.granted().cents(),
                    SharePart.from(request.verdict()),
                    grounds.reasons().stream().map(DecisionReason::code).toList(),
                    grounds.explanation(),
                    grounds.secret() == null ? null : new Confidential(grounds.secret()),
                    MakerPart.from(request.maker()),
                    request.decidedBy(),
                    request.decidedOn(),
                    request.request().key(),
                    request.request().contentHash(),
                    decision.cause() == null ? null : WireCodes.of(decision.cause()),
                    decision.aid().cents() > 0 ? true : null);
        }

        Decision toDomain() {
            List<DecisionReason> known =
                    reasons.stream()
                            .map(code -> DecisionReason.ofCode(code).orElseThrow())
                            .toList();
            Grounds grounds =
                    new Grounds(known, explanation, secret == null ? null : secret.text());
            return new Decision(
                    new DecisionId(attempt),
                    new DecisionRequest(
                            verdict(grounds),
                            maker == null ? DecisionMaker.SOME_OFFICIAL : maker.toDomain(),
                            decidedBy,
                            decidedOn,
                            new Creation(requestKey, requestHash)),
                    cause == null
                            ? null
                            : WireCodes.read(RevisionCause.class, cause).orElseThrow());
        }

        private Verdict verdict(Grounds grounds) {
            if (Boolean.TRUE.equals(notExamined)) {
                return new Verdict.NotExamine(grounds);
            }
            return grantedCents == 0
                    ? new Verdict.Refuse(grounds)
                    : new Verdict.Grant(
                            new Euros(grantedCents),
                            Objects.requireNonNullElse(shares, List.<SharePart>of()).stream()
                                    .map(SharePart::toDomain)
                                    .toList(),
                            Boolean.TRUE.equals(deMinimis),
                            grounds);
        }
    }

    record SharePart(String category, long cents) {

        static @Nullable List<SharePart> from(Verdict verdict) {
            return verdict instanceof Verdict.Grant grant && !grant.shares().isEmpty()
                    ? grant.shares().stream()
                            .map(
                                    share ->
                                            new SharePart(
                                                    WireCodes.of(share.category()),
                                                    share.amount().cents()))
                            .toList()
                    : null;
        }

        CostShare toDomain() {
            return new CostShare(
                    WireCodes.read(CostCategory.class, category).orElseThrow(), new Euros(cents));
        }
    }

    record MakerPart(String kind, @Nullable String title, @Nullable String section) {

        static MakerPart from(DecisionMaker maker) {
            return new MakerPart(maker.kind().name(), maker.title(), maker.section());
        }

        DecisionMaker toDomain() {
            return new DecisionMaker(DecisionMaker.Kind.valueOf(kind), title, section);
        }
    }
}
