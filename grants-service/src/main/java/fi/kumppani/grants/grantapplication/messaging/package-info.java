/** Tells others of applications. */
@NullMarked
package fi.kumppani.grants.grantapplication.messaging;

import org.jspecify.annotations.NullMarked;
