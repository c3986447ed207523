/** The usual retention times, read from data. */
@NullMarked
package fi.kumppani.grants.retention.rules;

import org.jspecify.annotations.NullMarked;
