package fi.kumppani.contracts.grants;

/** What a board resolved is taken down; the decisions follow, each with its own message. */
public record BoardListRecorded(BoardList boardList) {
    public static final String TYPE = "grants.board.recorded.v1";
}
