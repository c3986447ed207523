/**
 * What officers and decision makers declare of their ties to associations, and who must keep out.
 */
@NullMarked
package fi.kumppani.grants.interest;

import org.jspecify.annotations.NullMarked;
