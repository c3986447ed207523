/** Awards over HTTP, for their grantees and for officers. */
@NullMarked
package fi.kumppani.grants.award.web;

import org.jspecify.annotations.NullMarked;
