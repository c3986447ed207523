package fi.kumppani.grants.diary.persistence;

/** What arrived for a call at one position, under {@code <call>:<position>}. */
record PositionDocument(int position, String application) {}
