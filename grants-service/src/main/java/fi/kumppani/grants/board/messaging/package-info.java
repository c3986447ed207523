/** What others are told of board lists. */
@NullMarked
package fi.kumppani.grants.board.messaging;

import org.jspecify.annotations.NullMarked;
