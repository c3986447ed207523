package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A board list without its rows.
 *
 * @param state from {@code preparing} to {@code carried-out}
 * @param rows how many applications are on it
 * @param proposed euros it proposes to grant, in all
 */
record BoardFacts(
        String id,
        String callId,
        String board,
        LocalDate meetingOn,
        String state,
        int rows,
        BigDecimal proposed,
        @Nullable Instant presentedAt,
        @Nullable Minutes minutes) {

    static final String LISTS = WorkCall.ALL + "/{id}/board-lists";
    static final String ONE = LISTS + "/{list}";

    private static final ParameterizedTypeReference<Listing<BoardFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final Set<String> STATES =
            Set.of("preparing", "presented", "recorded", "carried-out");

    /** What the minutes say of the list as a whole. */
    record Minutes(String section, Instant recordedAt) {}

    /** One of the states that pages have words for. */
    String knownState() {
        return STATES.contains(state) ? state : "other";
    }

    boolean isPreparing() {
        return state.equals("preparing");
    }

    boolean isPresented() {
        return state.equals("presented");
    }

    /** Asks for those of a call. */
    static Question<Listing<BoardFacts>> of(String municipality, String call) {
        return Question.list(Backend.GRANTS, LISTING, LISTS, WorkCall.at(municipality, call));
    }

    static Question<BoardFacts> one(String municipality, String call, String list) {
        return Question.get(Backend.GRANTS, BoardFacts.class, ONE, at(municipality, call, list));
    }

    /**
     * Starts an empty one.
     *
     * @param key what makes the form sent twice one list
     */
    static Question<BoardFacts> start(
            String municipality, String call, String board, LocalDate meetingOn, String key) {
        return Question.post(
                        Backend.GRANTS,
                        BoardFacts.class,
                        LISTS,
                        WorkCall.at(municipality, call),
                        Map.of("board", board, "meetingOn", meetingOn.toString()))
                .with("Idempotency-Key", key);
    }

    /** Sends it to the board. */
    static Question<BoardFacts> present(
            String municipality, String call, String list, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        BoardFacts.class,
                        ONE + "/presentation",
                        at(municipality, call, list),
                        Map.of())
                .with("If-Match", seen);
    }

    /** Takes down what the board resolved. */
    static Question<BoardFacts> record(
            String municipality,
            String call,
            String list,
            Map<String, Object> minutes,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        BoardFacts.class,
                        ONE + "/minutes",
                        at(municipality, call, list),
                        minutes)
                .with("If-Match", seen);
    }

    /** Which list of which call, for {@link #ONE}. */
    static Map<String, String> at(String municipality, String call, String list) {
        return Map.of("municipality", municipality, "id", call, "list", list);
    }

    /** The list in words. */
    record Shown(
            String href,
            String board,
            String meetingOn,
            String state,
            int rows,
            String proposed,
            @Nullable String section) {}

    Shown shown(String code, Language language) {
        return new Shown(
                WorkPages.list(code, callId, id),
                board,
                Formats.day(meetingOn, language),
                knownState(),
                rows,
                Formats.euros(proposed),
                minutes == null ? null : minutes.section());
    }
}
