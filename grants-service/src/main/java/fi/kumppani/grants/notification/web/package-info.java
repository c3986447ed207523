/** What was done to tell of decisions, over HTTP. */
@NullMarked
package fi.kumppani.grants.notification.web;

import org.jspecify.annotations.NullMarked;
