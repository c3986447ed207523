/** De minimis aid over HTTP. */
@NullMarked
package fi.kumppani.grants.deminimis.web;

import org.jspecify.annotations.NullMarked;
