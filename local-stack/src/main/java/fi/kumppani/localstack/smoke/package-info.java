/** The main job walked once through a running system, with a check at each step. */
@NullMarked
package fi.kumppani.localstack.smoke;

import org.jspecify.annotations.NullMarked;
