/**
 * Board lists (päätösesityslista): what is proposed to a board for its meeting, what the board
 * resolves of each row, and how that is carried out.
 */
@NullMarked
package fi.kumppani.grants.board;

import org.jspecify.annotations.NullMarked;
