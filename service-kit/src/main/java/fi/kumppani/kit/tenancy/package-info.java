/** Which municipality the work at hand is for: known always, or nothing is done. */
@NullMarked
package fi.kumppani.kit.tenancy;

import org.jspecify.annotations.NullMarked;
