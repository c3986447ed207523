/** Recoveries over HTTP. */
@NullMarked
package fi.kumppani.grants.recovery.web;

import org.jspecify.annotations.NullMarked;
