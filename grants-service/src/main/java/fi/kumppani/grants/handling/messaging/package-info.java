/** Says in the words of the contracts how far handling is. */
@NullMarked
package fi.kumppani.grants.handling.messaging;

import org.jspecify.annotations.NullMarked;
