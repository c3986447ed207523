/** Calls over HTTP: planned and published by officers, read by everybody. */
@NullMarked
package fi.kumppani.grants.call.web;

import org.jspecify.annotations.NullMarked;
