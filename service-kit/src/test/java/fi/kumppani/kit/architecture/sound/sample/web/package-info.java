/** Its web adapter. */
@NullMarked
package fi.kumppani.kit.architecture.sound.sample.web;

import org.jspecify.annotations.NullMarked;
