/** What others are told of changed terms. */
@NullMarked
package fi.kumppani.grants.changerequest.messaging;

import org.jspecify.annotations.NullMarked;
