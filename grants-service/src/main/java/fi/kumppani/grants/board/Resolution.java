package fi.kumppani.grants.board;

import fi.kumppani.grants.grantapplication.Verdict;

/** What a board resolved of a row. */
public sealed interface Resolution {

    /** As was proposed. */
    record AsProposed() implements Resolution {}

    /** Otherwise than was proposed. */
    record Otherwise(Verdict verdict) implements Resolution {}

    /** To take it up at a later meeting (pöydätty). */
    record Tabled() implements Resolution {}

    /** To have it prepared anew (palautettu valmisteltavaksi). */
    record Returned() implements Resolution {}
}
