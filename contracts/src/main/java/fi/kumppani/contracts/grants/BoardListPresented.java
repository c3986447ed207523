package fi.kumppani.contracts.grants;

/** A list went to its board, and stays as it is. */
public record BoardListPresented(BoardList boardList) {
    public static final String TYPE = "grants.board.presented.v1";
}
