/** Those who follow a series, and are registered for what is announced of it. */
@NullMarked
package fi.kumppani.events.series.following;

import org.jspecify.annotations.NullMarked;
