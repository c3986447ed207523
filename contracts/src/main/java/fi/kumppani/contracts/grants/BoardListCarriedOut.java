package fi.kumppani.contracts.grants;

/**
 * All that a board resolved is carried out: each row is decided, or stays open for a reason that
 * the list tells.
 */
public record BoardListCarriedOut(BoardList boardList) {
    public static final String TYPE = "grants.board.carried-out.v1";
}
