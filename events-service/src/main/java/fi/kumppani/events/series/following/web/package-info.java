/** Following a series over HTTP. */
@NullMarked
package fi.kumppani.events.series.following.web;

import org.jspecify.annotations.NullMarked;
