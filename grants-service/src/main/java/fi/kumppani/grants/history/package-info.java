/** Takes over what a municipality granted before it used this system. */
@NullMarked
package fi.kumppani.grants.history;

import org.jspecify.annotations.NullMarked;
