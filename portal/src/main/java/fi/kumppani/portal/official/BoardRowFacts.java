package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * A row of a board list.
 *
 * @param resolution what the board resolved: {@code as-proposed}, {@code otherwise}, {@code tabled}
 *     or {@code returned}; null until the minutes are recorded
 * @param outcome how the application ended by this row
 * @param leftOpen why it is not decided by this row
 * @param version to change the row with; null for who must keep out of it
 * @param disqualified the ground on which the reader must
 */
record BoardRowFacts(
        int position,
        String applicationId,
        @Nullable String diaryNumber,
        @Nullable LocalizedText associationName,
        @Nullable BigDecimal requested,
        @Nullable VerdictFacts proposal,
        @Nullable String resolution,
        @Nullable VerdictFacts resolved,
        @Nullable String outcome,
        @Nullable BigDecimal granted,
        @Nullable String leftOpen,
        @Nullable Long version,
        @Nullable String disqualified) {

    private static final ParameterizedTypeReference<Listing<BoardRowFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final String ROW = BoardFacts.ONE + "/rows/{application}";
    private static final String IF_MATCH = "If-Match";

    static Question<Listing<BoardRowFacts>> of(
            String municipality, String call, String list, String from, int most) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                BoardFacts.ONE + "/rows",
                BoardFacts.at(municipality, call, list),
                from,
                most);
    }

    static Question<BoardRowFacts> one(
            String municipality, String call, String list, String application) {
        return Question.get(
                Backend.GRANTS,
                BoardRowFacts.class,
                ROW,
                at(municipality, call, list, application));
    }

    /** Proposes something, by whoever has seen this version; {@code "0"} when it was not there. */
    static Question<BoardRowFacts> propose(
            BoardFacts list,
            String municipality,
            String application,
            Map<String, Object> verdict,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        BoardRowFacts.class,
                        ROW,
                        at(municipality, list.callId(), list.id(), application),
                        verdict)
                .with(IF_MATCH, seen);
    }

    /** Takes an application off a list. */
    static Question<Done> takeOff(
            String municipality, String call, String list, String application, String seen) {
        return Question.delete(Backend.GRANTS, ROW, at(municipality, call, list, application))
                .with(IF_MATCH, seen);
    }

    private static Map<String, String> at(
            String municipality, String call, String list, String application) {
        Map<String, String> at = new HashMap<>(BoardFacts.at(municipality, call, list));
        at.put("application", application);
        return at;
    }
}
