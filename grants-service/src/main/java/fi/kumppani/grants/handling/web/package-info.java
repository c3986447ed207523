/** The handling of applications, for officers and decision makers. */
@NullMarked
package fi.kumppani.grants.handling.web;

import org.jspecify.annotations.NullMarked;
