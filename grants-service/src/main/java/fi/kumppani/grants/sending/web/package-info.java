/** Sending an application to other municipalities, over HTTP. */
@NullMarked
package fi.kumppani.grants.sending.web;

import org.jspecify.annotations.NullMarked;
