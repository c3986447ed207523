/** All that somebody looks after for associations, and what of it is due, in one place. */
@NullMarked
package fi.kumppani.portal.mine;

import org.jspecify.annotations.NullMarked;
