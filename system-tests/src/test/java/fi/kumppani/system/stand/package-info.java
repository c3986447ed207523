/**
 * The test stand: engines and packaged services as processes that can be killed and started again.
 */
@NullMarked
package fi.kumppani.system.stand;

import org.jspecify.annotations.NullMarked;
