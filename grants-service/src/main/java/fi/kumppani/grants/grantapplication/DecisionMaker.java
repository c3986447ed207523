package fi.kumppani.grants.grantapplication;

import org.jspecify.annotations.Nullable;

/**
 * In which capacity it is decided; never a person's name.
 *
 * @param kind an official or a board
 * @param title the office or the board, such as {@code kulttuurilautakunta}; null when not told
 * @param section the decision's number in the minutes or the list of decisions, such as {@code §
 *     44}; null when it has none yet
 */
public record DecisionMaker(Kind kind, @Nullable String title, @Nullable String section) {

    /** Who decides. */
    public enum Kind {
        /** An official (viranhaltija); the board above hears claims (kuntalaki, 134 §). */
        OFFICIAL,
        /** A board (toimielin), which hears claims against its decisions itself. */
        BOARD
    }

    /** An official of whom nothing more is told. */
    public static final DecisionMaker SOME_OFFICIAL = new DecisionMaker(Kind.OFFICIAL, null, null);
}
