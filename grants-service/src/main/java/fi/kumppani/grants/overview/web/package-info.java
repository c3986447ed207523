/** One's own applications over HTTP. */
@NullMarked
package fi.kumppani.grants.overview.web;

import org.jspecify.annotations.NullMarked;
