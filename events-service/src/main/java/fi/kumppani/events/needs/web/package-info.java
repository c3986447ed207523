/** Needs over HTTP, for coordinators. */
@NullMarked
package fi.kumppani.events.needs.web;

import org.jspecify.annotations.NullMarked;
