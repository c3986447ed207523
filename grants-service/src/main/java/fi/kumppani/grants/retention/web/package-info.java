/** Shows for how long what is kept. */
@NullMarked
package fi.kumppani.grants.retention.web;

import org.jspecify.annotations.NullMarked;
