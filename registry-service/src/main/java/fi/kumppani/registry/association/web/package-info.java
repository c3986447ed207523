/** Associations over HTTP. */
@NullMarked
package fi.kumppani.registry.association.web;

import org.jspecify.annotations.NullMarked;
