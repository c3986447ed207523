/** Keeps senders, their secrets encrypted. */
@NullMarked
package fi.kumppani.newsletter.sender.persistence;

import org.jspecify.annotations.NullMarked;
