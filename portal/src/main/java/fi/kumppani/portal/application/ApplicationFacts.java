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
 * @param associationId who applies; absent for officials from whom a blind review keeps it
 * @param declared the ids of the declarations that are given
 * @param language what whoever is written to reads
 * @param transferredTo as which it goes on under another call
 */
public record ApplicationFacts(
        String id,
        String status,
        @Nullable String diaryNumber,
        String callId,
        @Nullable String associationId,
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
        @Nullable String transferredTo,
        @Nullable CostPlan costPlan) {

    /** Where it is. */
    public static final String PATH = "/v1/municipalities/{municipality}/applications/{id}";

    private static final Set<String> TO_BE_WRITTEN = Set.of("draft", "supplementing");

    /** Copies the lists. */
    public ApplicationFacts {
        declared = copy(declared);
        attachments = copy(attachments);
        otherGrants = copy(otherGrants);
    }

    /** What is answered to the form of the call, by section and question. */
    public record Form(String id, int version, Map<String, Map<String, Object>> answers) {}

    /** A file that goes with it. */
    public record Attachment(String id, String name, int bytes, @Nullable String requirement) {}

    /** Other support for the same purpose. */
    public record OtherGrant(
            String issuer,
            int year,
            BigDecimal amount,
            boolean granted,
            @Nullable String purpose) {}

    /** What is to be completed, and until when. */
    public record Supplement(LocalizedText what, LocalDate dueOn) {}

    /** What was decided. */
    public record Decision(
            String outcome,
            BigDecimal granted,
            List<Reason> reasons,
            @Nullable LocalizedText explanation,
            LocalDate decidedOn) {

        /** Copies the reasons. */
        public Decision {
            reasons = copy(reasons);
        }
    }

    /** A reason of a decision. */
    public record Reason(LocalizedText text) {}

    /** Whether it was not handed in yet. */
    public boolean isDraft() {
        return status.equals("draft");
    }

    /** Whether its answers and files can be changed. */
    boolean isOpen() {
        return TO_BE_WRITTEN.contains(status);
    }

    /** Asks for it. */
    public static Question<ApplicationFacts> one(String municipality, String id) {
        return Question.get(Backend.GRANTS, ApplicationFacts.class, PATH, at(municipality, id));
    }

    /** Asks for a move of it, such as {@code submission}, by whoever has seen this version. */
    static Question<ApplicationFacts> move(
            String municipality, String id, String move, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ApplicationFacts.class,
                        PATH + "/" + move,
                        at(municipality, id),
                        Map.of())
                .with("If-Match", seen);
    }

    /** Which one of which municipality, for {@link #PATH}. */
    public static Map<String, String> at(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }

    private static <T> List<T> copy(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
