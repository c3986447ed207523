/** The import of history over HTTP. */
@NullMarked
package fi.kumppani.grants.history.web;

import org.jspecify.annotations.NullMarked;
