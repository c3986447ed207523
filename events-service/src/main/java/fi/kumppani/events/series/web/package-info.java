/** Series over HTTP. */
@NullMarked
package fi.kumppani.events.series.web;

import org.jspecify.annotations.NullMarked;
