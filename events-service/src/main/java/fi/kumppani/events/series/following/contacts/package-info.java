/** Whom mails about following a series go to. */
@NullMarked
package fi.kumppani.events.series.following.contacts;

import org.jspecify.annotations.NullMarked;
