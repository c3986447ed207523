/** What was decided elsewhere over HTTP. */
@NullMarked
package fi.kumppani.grants.elsewhere.web;

import org.jspecify.annotations.NullMarked;
