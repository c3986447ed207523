/**
 * Costs and what pays for them by kind (kustannusarvio), as people write them and as they are kept.
 */
@NullMarked
package fi.kumppani.grants.costplan;

import org.jspecify.annotations.NullMarked;
