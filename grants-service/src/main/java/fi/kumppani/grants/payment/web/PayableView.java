package fi.kumppani.grants.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.payment.Payable;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An instalment.
 *
 * @param payment how far the last attempt to pay it is: {@code collected}, {@code paid}, {@code
 *     confirmed} or {@code rejected}; absent when there was none
 * @param holds what it waits for; nothing when it can be paid now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayableView(
        String applicationId,
        String diaryNumber,
        int instalment,
        Euros amount,
        @Nullable String payment,
        List<String> holds) {

    static PayableView of(Payable payable) {
        var decided = payable.candidate().decided();
        return new PayableView(
                decided.filing().id().value(),
                decided.receipt().number().toString(),
                payable.instalment().number(),
                payable.instalment().amount(),
                payable.candidate()
                        .award()
                        .latest(payable.instalment().number())
                        .map(Payment::stage)
                        .map(WireCodes::of)
                        .orElse(null),
                payable.holds().stream().map(WireCodes::of).toList());
    }
}
