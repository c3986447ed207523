package fi.kumppani.grants.board;

import fi.kumppani.grants.grantapplication.DecisionMaker;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is proposed to a board for a meeting. Each state offers only the moves that are legal in it.
 */
public sealed interface BoardList {

    /** What is the same in every state. */
    Head head();

    /** The same in another state of its head. */
    BoardList with(Head head);

    /** The board as the maker of the decisions on it. */
    default DecisionMaker maker() {
        return new DecisionMaker(DecisionMaker.Kind.BOARD, head().meeting().board(), null);
    }

    /**
     * What is the same in every state.
     *
     * @param meeting for which meeting
     * @param positions how many rows were ever added
     * @param sums what is on it now
     * @param version counts all changes of list and rows from 1; the ETag
     */
    record Head(BoardListId id, Meeting meeting, int positions, Sums sums, long version) {

        Head with(Meeting next) {
            return new Head(id, next, positions, sums, version);
        }

        Head with(int lastPosition, Sums next) {
            return new Head(id, meeting, lastPosition, next, version);
        }
    }

    /**
     * A meeting of a board.
     *
     * @param board its title, such as {@code kulttuurilautakunta}
     * @param on its day
     */
    record Meeting(String board, LocalDate on) {}

    /**
     * Who did something, and when.
     *
     * @param by the identity provider's opaque {@code sub}
     */
    record Source(String by, Instant at) {}

    /** A list that officers still prepare. */
    record Preparing(Head head) implements BoardList {

        @Override
        public Preparing with(Head next) {
            return new Preparing(next);
        }

        /** Sends it to the board; from then on it stays as it is. */
        Presented present(Source source) {
            return new Presented(head, source);
        }
    }

    /** A list that the board has before it (esityslista). */
    record Presented(Head head, Source presented) implements BoardList {

        @Override
        public Presented with(Head next) {
            return new Presented(next, presented);
        }

        /** Takes down what the board resolved. */
        Recorded record(Minutes minutes) {
            return new Recorded(head, presented, minutes, 0);
        }
    }

    /**
     * A list whose resolutions are being carried out.
     *
     * @param upTo the position up to which that is done
     */
    record Recorded(Head head, Source presented, Minutes minutes, int upTo) implements BoardList {

        @Override
        public Recorded with(Head next) {
            return new Recorded(next, presented, minutes, upTo);
        }

        /** Carried out up to this position, or all of it. */
        BoardList carriedOut(int position) {
            return position >= head.positions()
                    ? new CarriedOut(head, presented, minutes)
                    : new Recorded(head, presented, minutes, Math.max(position, upTo));
        }
    }

    /** A list that is done. */
    record CarriedOut(Head head, Source presented, Minutes minutes) implements BoardList {

        @Override
        public CarriedOut with(Head next) {
            return new CarriedOut(next, presented, minutes);
        }
    }
}
