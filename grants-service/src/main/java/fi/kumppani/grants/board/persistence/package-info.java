/** Keeps the lists of a call as a journal: lists and rows are its children. */
@NullMarked
package fi.kumppani.grants.board.persistence;

import org.jspecify.annotations.NullMarked;
