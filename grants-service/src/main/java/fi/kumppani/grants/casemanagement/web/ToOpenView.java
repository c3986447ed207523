package fi.kumppani.grants.casemanagement.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * What a case is opened for.
 *
 * @param status of the application
 * @param caseNumber absent until its case is opened
 * @param caseStatus absent likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToOpenView(
        String applicationId,
        @Nullable String diaryNumber,
        String callId,
        String associationId,
        Euros requested,
        String status,
        @Nullable String caseNumber,
        @Nullable String caseStatus) {

    static ToOpenView of(GrantApplication application, @Nullable CaseFile file) {
        return new ToOpenView(
                application.filing().id().value(),
                application.number().map(DiaryNumber::toString).orElse(null),
                application.filing().call().value(),
                application.filing().applicant().value(),
                application.proposal().requested(),
                application.status(),
                file == null ? null : file.head().caseNumber(),
                file == null ? null : file.status());
    }
}
