package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An application in the list of a call. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowView(
        String id,
        String status,
        @Nullable String diaryNumber,
        String associationId,
        @Nullable LocalizedText associationName,
        Euros requested,
        @Nullable Euros granted,
        @Nullable Instant submittedAt) {

    static RowView of(ApplicationView application, @Nullable Applicant applicant) {
        return new RowView(
                application.id(),
                application.status(),
                application.diaryNumber(),
                application.associationId(),
                applicant == null ? null : applicant.name(),
                application.requested(),
                application.decision() == null ? null : application.decision().granted(),
                application.submittedAt());
    }
}
