package fi.kumppani.grants.recovery.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.recovery.RecoveryGround;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What comes back of a grant, as it is kept. */
record RecoveryDocument(List<ClaimPart> claims, List<ReturnPart> returns) {

    static final String UNBOOKED = "unbooked";
    private static final String BOOKED = "booked";

    static RecoveryDocument from(Recovery recovery) {
        return new RecoveryDocument(
                recovery.claims().stream().map(ClaimPart::from).toList(),
                recovery.returns().stream().map(ReturnPart::from).toList());
    }

    /** Whether the ledger is still to be told of something. */
    String state() {
        return returns.stream().anyMatch(each -> each.stage() == MoneyReturn.Stage.BOOKING)
                ? UNBOOKED
                : BOOKED;
    }

    Recovery toDomain(String id) {
        return new Recovery(
                new ApplicationId(id),
                claims.stream().map(ClaimPart::toDomain).toList(),
                returns.stream().map(ReturnPart::toDomain).toList());
    }

    /**
     * A claim.
     *
     * @param hearingUntil absent when nobody is heard
     * @param answer absent until the grantee says something
     * @param waived why nobody is heard; absent when somebody is
     */
    record ClaimPart(
            int number,
            String ground,
            long cents,
            Confidential reason,
            @Nullable LocalDate hearingUntil,
            @Nullable Confidential answer,
            @Nullable String waived,
            String by,
            String requestKey,
            String requestHash,
            boolean dropped,
            @Nullable DecisionPart decision) {

        static ClaimPart from(RecoveryClaim claim) {
            Hearing.Offered offered = claim.hearing() instanceof Hearing.Offered each ? each : null;
            String answer = offered == null ? null : offered.answer();
            return new ClaimPart(
                    claim.number(),
                    WireCodes.of(claim.ground()),
                    claim.amount().cents(),
                    new Confidential(claim.reason()),
                    offered == null ? null : offered.until(),
                    answer == null ? null : new Confidential(answer),
                    claim.hearing() instanceof Hearing.Waived(var why) ? WireCodes.of(why) : null,
                    claim.by(),
                    claim.request().key(),
                    claim.request().contentHash(),
                    claim.stage() instanceof RecoveryClaim.Stage.Dropped,
                    claim.stage() instanceof RecoveryClaim.Stage.Decided decided
                            ? DecisionPart.from(decided)
                            : null);
        }

        RecoveryClaim toDomain() {
            return new RecoveryClaim(
                    number,
                    WireCodes.read(RecoveryGround.class, ground).orElseThrow(),
                    new Euros(cents),
                    reason.text(),
                    hearing(),
                    by,
                    new Creation(requestKey, requestHash),
                    stage());
        }

        private Hearing hearing() {
            return hearingUntil == null
                    ? new Hearing.Waived(
                            WireCodes.read(Hearing.Why.class, Objects.requireNonNull(waived))
                                    .orElseThrow())
                    : new Hearing.Offered(hearingUntil, answer == null ? null : answer.text());
        }

        private RecoveryClaim.Stage stage() {
            if (dropped) {
                return new RecoveryClaim.Stage.Dropped();
            }
            return decision == null ? new RecoveryClaim.Stage.Proposed() : decision.toDomain();
        }
    }

    record DecisionPart(
            DecisionMaker.Kind kind,
            @Nullable String title,
            @Nullable String section,
            String by,
            LocalDate decidedOn,
            LocalDate dueOn) {

        static DecisionPart from(RecoveryClaim.Stage.Decided decided) {
            DecisionMaker maker = decided.maker();
            return new DecisionPart(
                    maker.kind(),
                    maker.title(),
                    maker.section(),
                    decided.by(),
                    decided.decidedOn(),
                    decided.dueOn());
        }

        RecoveryClaim.Stage.Decided toDomain() {
            return new RecoveryClaim.Stage.Decided(
                    new DecisionMaker(kind, title, section), by, decidedOn, dueOn);
        }
    }

    record ReturnPart(
            String key,
            int claim,
            LocalDate receivedOn,
            long principalCents,
            long interestCents,
            String requestKey,
            String requestHash,
            MoneyReturn.Stage stage) {

        static ReturnPart from(MoneyReturn money) {
            return new ReturnPart(
                    money.id(),
                    money.claim(),
                    money.receivedOn(),
                    money.principal().cents(),
                    money.interest().cents(),
                    money.request().key(),
                    money.request().contentHash(),
                    money.stage());
        }

        MoneyReturn toDomain() {
            return new MoneyReturn(
                    key,
                    claim,
                    receivedOn,
                    new Euros(principalCents),
                    new Euros(interestCents),
                    new Creation(requestKey, requestHash),
                    stage);
        }
    }
}
