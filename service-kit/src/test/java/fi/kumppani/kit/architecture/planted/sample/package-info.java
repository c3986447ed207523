/** A feature root that breaks the rules of the domain. */
@NullMarked
package fi.kumppani.kit.architecture.planted.sample;

import org.jspecify.annotations.NullMarked;
