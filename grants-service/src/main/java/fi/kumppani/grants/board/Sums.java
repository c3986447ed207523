package fi.kumppani.grants.board;

import fi.kumppani.kit.money.Euros;

/**
 * What is on a list.
 *
 * @param rows how many rows
 * @param proposed what they propose to grant, in all
 */
public record Sums(int rows, Euros proposed) {

    static final Sums NONE = new Sums(0, Euros.ZERO);

    Sums plus(BoardRow row) {
        return new Sums(rows + 1, proposed.plus(row.proposal().amount()));
    }

    Sums minus(BoardRow row) {
        return new Sums(rows - 1, proposed.minus(row.proposal().amount()));
    }
}
