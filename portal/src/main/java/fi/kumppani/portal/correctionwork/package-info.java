/** What was decided on an application, version by version, and correcting errors in it. */
@NullMarked
package fi.kumppani.portal.correctionwork;

import org.jspecify.annotations.NullMarked;
