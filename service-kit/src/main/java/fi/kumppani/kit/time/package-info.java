/** Days as they are counted in Finland. */
@NullMarked
package fi.kumppani.kit.time;

import org.jspecify.annotations.NullMarked;
