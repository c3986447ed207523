/** Open data over HTTP. */
@NullMarked
package fi.kumppani.grants.openness.web;

import org.jspecify.annotations.NullMarked;
