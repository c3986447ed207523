package fi.kumppani.grants.board;

/** What others are told of a list. */
public sealed interface BoardHappening {

    /** It is before the board. */
    record Presented(BoardList.Presented list) implements BoardHappening {}

    /** What the board resolved is taken down. */
    record Recorded(BoardList.Recorded list) implements BoardHappening {}

    /** All of it is carried out. */
    record CarriedOut(BoardList.CarriedOut list) implements BoardHappening {}
}
