/** An association's own data in the registry, kept right by who represents it there. */
@NullMarked
package fi.kumppani.portal.ownassociation;

import org.jspecify.annotations.NullMarked;
