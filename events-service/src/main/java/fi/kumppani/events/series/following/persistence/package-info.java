/** Those who follow series as they are kept. */
@NullMarked
package fi.kumppani.events.series.following.persistence;

import org.jspecify.annotations.NullMarked;
