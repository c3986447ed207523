/** Handling as a journal for each call. */
@NullMarked
package fi.kumppani.grants.handling.persistence;

import org.jspecify.annotations.NullMarked;
