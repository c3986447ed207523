/** Tells those who registered what happens to their event, each of them once. */
@NullMarked
package fi.kumppani.events.notice;

import org.jspecify.annotations.NullMarked;
