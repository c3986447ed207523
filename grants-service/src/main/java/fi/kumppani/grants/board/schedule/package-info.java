/** Carries out what a board resolved, in the background. */
@NullMarked
package fi.kumppani.grants.board.schedule;

import org.jspecify.annotations.NullMarked;
