/** Memos in the words of the messages. */
@NullMarked
package fi.kumppani.events.memo.messaging;

import org.jspecify.annotations.NullMarked;
