/** How long each kind of document is kept, and what erases it once its time is past. */
@NullMarked
package fi.kumppani.grants.retention;

import org.jspecify.annotations.NullMarked;
