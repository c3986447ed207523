/** The municipalities that take part in this deployment, and what they are called. */
@NullMarked
package fi.kumppani.portal.municipality;

import org.jspecify.annotations.NullMarked;
