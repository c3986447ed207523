/** The handshake with case management over HTTP. */
@NullMarked
package fi.kumppani.grants.casemanagement.web;

import org.jspecify.annotations.NullMarked;
