package fi.kumppani.grants.award.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.Award;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was granted, after the decision.
 *
 * @param answer {@code open}, {@code accepted} or {@code declined}
 * @param acceptUntil the last day to accept it; absent while the decision is not known, or without
 *     a limit
 * @param conditions what is accepted with it
 * @param receiptsBy the last day for receipts of what is paid afterwards; absent for no day
 * @param receipts the costs whose receipts are approved, of what is paid afterwards
 * @param paid what has left, as far as is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AwardView(
        Euros granted,
        String answer,
        @Nullable Instant answeredAt,
        @Nullable LocalDate acceptUntil,
        @Nullable LocalizedText conditions,
        @Nullable LocalDate receiptsBy,
        @Nullable Euros receipts,
        Euros paid) {

    static AwardView of(
            Award award,
            Euros granted,
            @Nullable LocalDate acceptUntil,
            @Nullable LocalizedText conditions,
            @Nullable LocalDate receiptsBy) {
        return new AwardView(
                granted,
                switch (award.answer()) {
                    case Answer.Open _ -> "open";
                    case Answer.Accepted _ -> "accepted";
                    case Answer.Declining _, Answer.Declined _ -> "declined";
                },
                switch (award.answer()) {
                    case Answer.Open _ -> null;
                    case Answer.Accepted(_, var at) -> at;
                    case Answer.Declining(_, var at) -> at;
                    case Answer.Declined(_, var at) -> at;
                },
                acceptUntil,
                conditions,
                receiptsBy,
                award.receipts() == null ? null : award.receipts().costs(),
                award.paid());
    }
}
