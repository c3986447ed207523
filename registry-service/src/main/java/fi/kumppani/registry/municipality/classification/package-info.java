/** Reads the classification from the files that come with the service. */
@NullMarked
package fi.kumppani.registry.municipality.classification;

import org.jspecify.annotations.NullMarked;
