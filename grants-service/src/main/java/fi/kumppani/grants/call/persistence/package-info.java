/** Keeps calls as documents. */
@NullMarked
package fi.kumppani.grants.call.persistence;

import org.jspecify.annotations.NullMarked;
