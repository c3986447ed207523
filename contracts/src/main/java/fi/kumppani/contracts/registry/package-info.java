/**
 * What registry-service tells the others: municipalities, associations and who may act for them.
 */
@NullMarked
package fi.kumppani.contracts.registry;

import org.jspecify.annotations.NullMarked;
