/** How those concerned are told of decisions (tiedoksianto), and when a decision is final. */
@NullMarked
package fi.kumppani.grants.notification;

import org.jspecify.annotations.NullMarked;
