/** Appeal instructions over HTTP. */
@NullMarked
package fi.kumppani.grants.appeal.web;

import org.jspecify.annotations.NullMarked;
