/** Municipalities and regions over HTTP. */
@NullMarked
package fi.kumppani.registry.municipality.web;

import org.jspecify.annotations.NullMarked;
