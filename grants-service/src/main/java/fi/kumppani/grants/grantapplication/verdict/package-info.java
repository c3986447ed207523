/** A verdict as people write and read it, wherever one is asked for or shown. */
@NullMarked
package fi.kumppani.grants.grantapplication.verdict;

import org.jspecify.annotations.NullMarked;
