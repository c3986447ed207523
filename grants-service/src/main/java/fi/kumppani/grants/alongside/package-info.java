/**
 * What those who apply have applied for besides in the budget year, so that whoever handles an
 * application sees one purpose that is split into several.
 */
@NullMarked
package fi.kumppani.grants.alongside;

import org.jspecify.annotations.NullMarked;
