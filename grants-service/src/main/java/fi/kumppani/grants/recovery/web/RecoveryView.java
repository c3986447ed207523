package fi.kumppani.grants.recovery.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.grantapplication.verdict.MakerBody;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Owed;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What comes back of a grant.
 *
 * @param returned what of the grant itself came back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryView(List<ClaimView> claims, List<ReturnView> returns, Euros returned) {

    /**
     * A claim.
     *
     * @param status {@code proposed}, {@code decided} or {@code dropped}
     * @param hearingUntil the last day to say something; absent when nobody is heard
     * @param hearingWaived why nobody is heard: {@code unnecessary} or {@code would-frustrate}
     * @param returned what came back on it
     * @param owed what of the grant is owed today; absent until it is decided
     * @param interest what is owed for being late today; absent when a reference rate is not stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClaimView(
            int number,
            String ground,
            String status,
            Euros amount,
            String reason,
            @Nullable LocalDate hearingUntil,
            @Nullable String answer,
            @Nullable String hearingWaived,
            @Nullable MakerBody maker,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate dueOn,
            Euros returned,
            @Nullable Euros owed,
            @Nullable Euros interest) {

        static ClaimView of(Recovery recovery, RecoveryClaim claim, Optional<Owed> today) {
            Hearing.Offered offered = claim.hearing() instanceof Hearing.Offered each ? each : null;
            RecoveryClaim.Stage.Decided decided =
                    claim.stage() instanceof RecoveryClaim.Stage.Decided each ? each : null;
            Euros returned = recovery.returned(claim.number());
            return new ClaimView(
                    claim.number(),
                    WireCodes.of(claim.ground()),
                    claim.stage().word(),
                    claim.amount(),
                    claim.reason(),
                    offered == null ? null : offered.until(),
                    offered == null ? null : offered.answer(),
                    claim.hearing() instanceof Hearing.Waived(var why) ? WireCodes.of(why) : null,
                    decided == null ? null : MakerBody.of(decided.maker()),
                    decided == null ? null : decided.decidedOn(),
                    decided == null ? null : decided.dueOn(),
                    returned,
                    decided == null ? null : claim.amount().minus(returned),
                    decided == null ? null : today.map(Owed::interest).orElse(null));
        }

        /** Says nothing of what people wrote, so that no log does. */
        @Override
        public String toString() {
            return "ClaimView[" + number + "]";
        }
    }

    /**
     * Money that came back.
     *
     * @param claim the claim it is paid on; absent when it came by the grantee's own will
     * @param status {@code booking}, {@code booked} or {@code refused}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReturnView(
            @Nullable Integer claim,
            LocalDate receivedOn,
            Euros principal,
            Euros interest,
            String status) {

        static ReturnView of(MoneyReturn money) {
            return new ReturnView(
                    money.claim() == MoneyReturn.NO_CLAIM ? null : money.claim(),
                    money.receivedOn(),
                    money.principal(),
                    money.interest(),
                    WireCodes.of(money.stage()));
        }
    }

    static RecoveryView of(Recovery recovery, Function<RecoveryClaim, Optional<Owed>> today) {
        return new RecoveryView(
                recovery.claims().stream()
                        .map(each -> ClaimView.of(recovery, each, today.apply(each)))
                        .toList(),
                recovery.returns().stream().map(ReturnView::of).toList(),
                recovery.returned());
    }
}
