/** Requests to change a grant's terms over HTTP. */
@NullMarked
package fi.kumppani.grants.changerequest.web;

import org.jspecify.annotations.NullMarked;
