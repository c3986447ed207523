/** Memos over HTTP: written by coordinators, read by everybody. */
@NullMarked
package fi.kumppani.events.memo.web;

import org.jspecify.annotations.NullMarked;
