/** What others are told of redress. */
@NullMarked
package fi.kumppani.grants.redress.messaging;

import org.jspecify.annotations.NullMarked;
