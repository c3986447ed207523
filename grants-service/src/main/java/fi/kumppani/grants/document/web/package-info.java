/** Decision documents over HTTP. */
@NullMarked
package fi.kumppani.grants.document.web;

import org.jspecify.annotations.NullMarked;
