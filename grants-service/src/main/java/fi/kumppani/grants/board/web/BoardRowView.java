package fi.kumppani.grants.board.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.board.BoardRow;
import fi.kumppani.grants.board.Ending;
import fi.kumppani.grants.board.Resolution;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

/**
 * A row of a board list.
 *
 * @param associationId who applies; neither it nor its name is told to those from whom a blind
 *     review keeps it, until the list is presented
 * @param proposal what is proposed
 * @param resolution what the board resolved: {@code as-proposed}, {@code otherwise}, {@code tabled}
 *     or {@code returned}; absent until the minutes are recorded
 * @param resolved what was decided when it was otherwise
 * @param outcome how the application ended by this row
 * @param granted what it was granted by this row
 * @param leftOpen why the application is not decided by this row
 * @param version the ETag to change the row with
 * @param disqualified the ground on which the reader must keep out of it; then nothing is told but
 *     what everybody may know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardRowView(
        int position,
        String applicationId,
        @Nullable String diaryNumber,
        @Nullable String associationId,
        @Nullable LocalizedText associationName,
        @Nullable Euros requested,
        @Nullable VerdictBody proposal,
        @Nullable String resolution,
        @Nullable VerdictBody resolved,
        @Nullable String outcome,
        @Nullable Euros granted,
        @Nullable String leftOpen,
        @Nullable Long version,
        @Nullable String disqualified) {

    /** How much of a row is told. */
    enum Part {
        /** All of it, to those who handle or decide it. */
        WHOLE,
        /** What is public. */
        PUBLIC
    }

    /** The row with what is known of its application. */
    static BoardRowView of(
            BoardRow row,
            boolean recorded,
            @Nullable GrantApplication application,
            @Nullable Applicant applicant,
            Part part) {
        Resolution resolution =
                row.resolution() == null && recorded
                        ? new Resolution.AsProposed()
                        : row.resolution();
        return new BoardRowView(
                row.position(),
                row.application().value(),
                application == null ? null : diaryNumber(application),
                row.applicant().value(),
                applicant == null ? null : applicant.name(),
                application == null ? null : application.proposal().requested(),
                shown(VerdictBody.of(row.proposal()), part),
                switch (resolution) {
                    case null -> null;
                    case Resolution.AsProposed _ -> "as-proposed";
                    case Resolution.Otherwise _ -> "otherwise";
                    case Resolution.Tabled _ -> "tabled";
                    case Resolution.Returned _ -> "returned";
                },
                resolution instanceof Resolution.Otherwise(var verdict)
                        ? shown(VerdictBody.of(verdict), part)
                        : null,
                row.ending() instanceof Ending.Decided(var outcome, _) ? outcome.code() : null,
                row.ending() instanceof Ending.Decided(_, var granted) ? granted : null,
                row.ending() instanceof Ending.LeftOpen(var reason) ? reason : null,
                part == Part.WHOLE ? row.version() : null,
                null);
    }

    /** The row for somebody who must keep out of it. */
    static BoardRowView closed(
            BoardRow row,
            @Nullable GrantApplication application,
            @Nullable Applicant applicant,
            Disqualification why) {
        return new BoardRowView(
                row.position(),
                row.application().value(),
                application == null ? null : diaryNumber(application),
                row.applicant().value(),
                applicant == null ? null : applicant.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                WireCodes.of(why.ground()));
    }

    /** The same without who applies. */
    BoardRowView concealed() {
        return new BoardRowView(
                position,
                applicationId,
                diaryNumber,
                null,
                null,
                requested,
                proposal,
                resolution,
                resolved,
                outcome,
                granted,
                leftOpen,
                version,
                disqualified);
    }

    /** The same without what was written of the reasons. */
    BoardRowView withoutWords() {
        return new BoardRowView(
                position,
                applicationId,
                diaryNumber,
                associationId,
                associationName,
                requested,
                proposal == null ? null : proposal.withoutWords(),
                resolution,
                resolved == null ? null : resolved.withoutWords(),
                outcome,
                granted,
                leftOpen,
                version,
                disqualified);
    }

    private static VerdictBody shown(VerdictBody verdict, Part part) {
        return switch (part) {
            case WHOLE -> verdict;
            case PUBLIC -> verdict.inPublic();
        };
    }

    private static @Nullable String diaryNumber(GrantApplication application) {
        return application.number().map(DiaryNumber::toString).orElse(null);
    }
}
