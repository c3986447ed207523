/** Mandates over HTTP. */
@NullMarked
package fi.kumppani.registry.mandate.web;

import org.jspecify.annotations.NullMarked;
