/** Those who follow a series in the words of the messages. */
@NullMarked
package fi.kumppani.events.series.following.messaging;

import org.jspecify.annotations.NullMarked;
