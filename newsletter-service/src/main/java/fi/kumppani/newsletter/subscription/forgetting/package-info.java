/** Sees to it that wishes nobody confirmed are forgotten, whether anybody is at work or not. */
@NullMarked
package fi.kumppani.newsletter.subscription.forgetting;

import org.jspecify.annotations.NullMarked;
