/** Who may call what: tokens, roles, municipalities; everything else is closed. */
@NullMarked
package fi.kumppani.kit.security;

import org.jspecify.annotations.NullMarked;
