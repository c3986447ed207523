/** A service that breaks every rule, so that each rule proves it bites. */
@NullMarked
package fi.kumppani.kit.architecture.planted;

import org.jspecify.annotations.NullMarked;
