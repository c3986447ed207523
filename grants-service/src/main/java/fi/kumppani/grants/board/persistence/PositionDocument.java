package fi.kumppani.grants.board.persistence;

/** Which application stands at a position, under {@code <list>:<position>}. */
record PositionDocument(String application) {}
