/** Tells others of awards. */
@NullMarked
package fi.kumppani.grants.award.messaging;

import org.jspecify.annotations.NullMarked;
