/** Figures of municipalities and regions, counted from what everybody told. */
@NullMarked
package fi.kumppani.registry.report;

import org.jspecify.annotations.NullMarked;
