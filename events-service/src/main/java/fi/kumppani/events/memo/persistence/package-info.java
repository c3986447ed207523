/** Memos as they are kept. */
@NullMarked
package fi.kumppani.events.memo.persistence;

import org.jspecify.annotations.NullMarked;
