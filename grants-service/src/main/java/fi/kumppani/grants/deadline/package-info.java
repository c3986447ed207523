/** When time limits end, by Finnish law. */
@NullMarked
package fi.kumppani.grants.deadline;

import org.jspecify.annotations.NullMarked;
