/** The municipalities of Finland, their regions and how many people live in them. */
@NullMarked
package fi.kumppani.registry.municipality;

import org.jspecify.annotations.NullMarked;
