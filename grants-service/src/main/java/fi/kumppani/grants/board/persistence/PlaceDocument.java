package fi.kumppani.grants.board.persistence;

import org.jspecify.annotations.Nullable;

/**
 * On which list an application stands, under its id.
 *
 * @param list null when on none
 */
record PlaceDocument(@Nullable String list) {}
