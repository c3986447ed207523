/** What every API shares: idempotency keys, preconditions, cursor pages, body limits. */
@NullMarked
package fi.kumppani.kit.web;

import org.jspecify.annotations.NullMarked;
