/** Hears what the registry tells about municipalities. */
@NullMarked
package fi.kumppani.newsletter.municipality.messaging;

import org.jspecify.annotations.NullMarked;
