/** A package named after a layer. */
@NullMarked
package fi.kumppani.kit.architecture.planted.service;

import org.jspecify.annotations.NullMarked;
