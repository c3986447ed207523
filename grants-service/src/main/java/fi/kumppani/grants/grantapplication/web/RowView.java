package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An application in the list of a call.
 *
 * @param associationId who applies; neither it nor its name is told in a blind review until its
 *     round is closed, but to whom it is assigned
 * @param disqualified the ground on which the reader must keep out of it; then nothing is told but
 *     who applied and when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowView(
        String id,
        @Nullable String status,
        @Nullable String diaryNumber,
        @Nullable String associationId,
        @Nullable LocalizedText associationName,
        @Nullable Euros requested,
        @Nullable Euros granted,
        @Nullable Instant submittedAt,
        @Nullable String disqualified) {

    static RowView of(
            ApplicationView application,
            @Nullable Applicant applicant,
            @Nullable Disqualification why) {
        boolean open = why == null;
        return new RowView(
                application.id(),
                open ? application.status() : null,
                application.diaryNumber(),
                application.associationId(),
                applicant == null ? null : applicant.name(),
                open ? application.requested() : null,
                open && application.decision() != null ? application.decision().granted() : null,
                application.submittedAt(),
                why == null ? null : WireCodes.of(why.ground()));
    }

    /** The same without who applies. */
    RowView concealed() {
        return new RowView(
                id, status, diaryNumber, null, null, requested, granted, submittedAt, disqualified);
    }
}
