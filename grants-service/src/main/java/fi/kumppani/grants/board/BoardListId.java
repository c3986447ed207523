package fi.kumppani.grants.board;

import fi.kumppani.grants.call.CallId;

/**
 * Points at a board list.
 *
 * @param call whose applications it is about
 * @param value a UUIDv7
 */
public record BoardListId(CallId call, String value) {

    @Override
    public String toString() {
        return value;
    }
}
