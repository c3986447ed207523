/** Powers to decide over HTTP. */
@NullMarked
package fi.kumppani.grants.power.web;

import org.jspecify.annotations.NullMarked;
