/** Euros in whole cents. */
@NullMarked
package fi.kumppani.kit.money;

import org.jspecify.annotations.NullMarked;
