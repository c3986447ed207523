package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An application as grants-service tells it to those who apply.
 *
 * @param status where it stands: a draft, handed in, to be completed and so on, in the words of
 *     {@link Statuses}
 * @param declared the ids of the declarations that are given
 * @param language what whoever is written to reads
 * @param transferredTo as which it goes on under another call
 */
record ApplicationFacts(
        String id,
        String status,
        @Nullable String diaryNumber,
        String callId,
        String associationId,
        @Nullable String purpose,
        BigDecimal requested,
        int events,
        @Nullable String eventDescription,
        @Nullable BigDecimal totalCost,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        List<String> declared,
        @Nullable String language,
        @Nullable Form form,
        List<Attachment> attachments,
        List<OtherGrant> otherGrants,
        @Nullable Instant submittedAt,
        @Nullable Supplement supplement,
        @Nullable Decision decision,
        @Nullable String transferredTo) {

    private static final Set<String> TO_BE_WRITTEN = Set.of("draft", "supplementing");

    ApplicationFacts {
        declared = copy(declared);
        attachments = copy(attachments);
        otherGrants = copy(otherGrants);
    }

    /** What is answered to the form of the call, by section and question. */
    record Form(String id, int version, Map<String, Map<String, Object>> answers) {}

    /** A file that goes with it. */
    record Attachment(String id, String name, int bytes, @Nullable String requirement) {}

    /** Other support for the same purpose. */
    record OtherGrant(
            String issuer,
            int year,
            BigDecimal amount,
            boolean granted,
            @Nullable String purpose) {}

    /** What is to be completed, and until when. */
    record Supplement(LocalizedText what, LocalDate dueOn) {}

    /** What was decided. */
    record Decision(
            String outcome,
            BigDecimal granted,
            List<Reason> reasons,
            @Nullable LocalizedText explanation,
            LocalDate decidedOn) {

        Decision {
            reasons = copy(reasons);
        }
    }

    /** A reason of a decision. */
    record Reason(LocalizedText text) {}

    boolean isDraft() {
        return status.equals("draft");
    }

    /** Whether its answers and files can be changed. */
    boolean isOpen() {
        return TO_BE_WRITTEN.contains(status);
    }

    static Question<ApplicationFacts> one(String municipality, String id) {
        return Question.get(
                Backend.GRANTS,
                ApplicationFacts.class,
                OwnPages.API,
                OwnPages.at(municipality, id));
    }

    /** Asks for a move of it, such as {@code submission}, by whoever has seen this version. */
    static Question<ApplicationFacts> move(
            String municipality, String id, String move, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ApplicationFacts.class,
                        OwnPages.API + "/" + move,
                        OwnPages.at(municipality, id),
                        Map.of())
                .with("If-Match", seen);
    }

    private static <T> List<T> copy(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
