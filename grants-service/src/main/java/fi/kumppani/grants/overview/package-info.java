/** All that a person may look after for associations, and what is due of it. */
@NullMarked
package fi.kumppani.grants.overview;

import org.jspecify.annotations.NullMarked;
